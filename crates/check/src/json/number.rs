use super::{Kind, Reader, Value, syntax_error};

pub(super) fn starts(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | '+' | '.')
}

impl Reader<'_> {
    pub(super) fn number(&mut self) -> Kind {
        let from = self.at.position();
        self.at
            .skip_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '–' | '+' | '.' | '_'));
        let written = self.at.since(from);
        if let Some(range) = range(written) {
            return self.range(from, range);
        }
        if !is_number(written) {
            self.error(syntax_error::NUMBER, from..self.at.position());
        }
        Kind::Number(written.trim_start_matches(['+', '0']).parse().ok().or_else(|| zero(written)))
    }

    /// Two numbers as people write them, `3-5`; read as the list that was meant.
    fn range(&mut self, from: usize, numbers: [u32; 2]) -> Kind {
        let to = self.at.position();
        let [least, most] = numbers;
        let in_list = self.open.last().is_some_and(|&at| self.at.is(at, '['));
        let meant = if in_list { format!("{least}, {most}") } else { format!("[{least}, {most}]") };
        self.error_with(syntax_error::RANGE, from..to, (from, to, &meant));
        let number = |number| Value { span: from..to, kind: Kind::Number(Some(number)) };
        Kind::List(numbers.map(number).into())
    }
}

fn range(written: &str) -> Option<[u32; 2]> {
    let (least, most) = written.split_once(['-', '–'])?;
    let whole = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let both = whole(least) && whole(most);
    both.then(|| Some([least.parse().ok()?, most.parse().ok()?])).flatten()
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
