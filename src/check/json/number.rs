use super::{Kind, Reader, slip};

pub(super) fn starts(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | '+' | '.')
}

impl Reader<'_> {
    pub(super) fn number(&mut self) -> Kind {
        let from = self.at.position();
        self.at.skip_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.' | '_'));
        let written = self.at.since(from);
        if !is_number(written) {
            self.slip(slip::NUMBER, from..self.at.position());
        }
        Kind::Number(written.trim_start_matches(['+', '0']).parse().ok().or_else(|| zero(written)))
    }
}

fn zero(written: &str) -> Option<u32> {
    (!written.is_empty() && written.bytes().all(|b| b == b'0')).then_some(0)
}

/// Whether it is a number as JSON writes one: `-0.5e+3`.
fn is_number(written: &str) -> bool {
    let rest = written.strip_prefix('-').unwrap_or(written);
    let (rest, exponent) = match rest.split_once(['e', 'E']) {
        Some((rest, exponent)) => (rest, Some(exponent)),
        None => (rest, None),
    };
    let (whole, fraction) = match rest.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (rest, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}
