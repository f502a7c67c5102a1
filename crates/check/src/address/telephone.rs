use super::Astray;

/// A number to call has so many digits.
const FEWEST: usize = 5;
/// And no more than this, with that of its country.
const MOST: usize = 15;

/// Whether a number can be called, by RFC 3966.
pub(super) fn telephone(number: &str) -> Result<(), Astray> {
    if let Some(rest) = number.strip_prefix("//") {
        return Err(Astray::meaning("has slashes, which a number has not", format!("tel:{rest}")));
    }
    let (number, more) =
        number.split_once(';').map_or((number, None), |(it, more)| (it, Some(more)));
    let plain: String = number.chars().map(plain).collect();
    if plain != number {
        let more = more.map(|more| format!(";{more}")).unwrap_or_default();
        let meant = format!("tel:{plain}{more}");
        return Err(Astray::meaning("has signs in it that no telephone knows", meant));
    }
    if let Some(sign) = number.chars().find(|c| !is_sign(*c)) {
        let what = if sign.is_alphabetic() { "letters".into() } else { format!("\"{sign}\"") };
        return Err(Astray::new(format!("has {what} in it, which no telephone knows")));
    }
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if number.rfind('+').is_some_and(|at| at > 0) {
        return Err(Astray::new("has a + that does not stand at its beginning"));
    }
    if number.starts_with('+') && number.contains("(0)") {
        let meant = format!("tel:{}", number.replace("(0)", ""));
        return Err(Astray::meaning(
            "has \"(0)\" after that of the country, which is dialled too",
            meant,
        ));
    }
    if number.trim_start_matches(['+', ' ', '(']).starts_with('0') && number.starts_with('+') {
        return Err(Astray::new("begins with +0, which no country has"));
    }
    if !(FEWEST..=MOST).contains(&digits) {
        return Err(Astray::new(format!("has {digits} digits, which is no number to call")));
    }
    let is_extension = |more: &str| {
        more.strip_prefix("ext=").is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit()))
            || more.starts_with("phone-context=")
    };
    if more.is_some_and(|more| !more.split(';').all(is_extension)) {
        return Err(Astray::new("has something after the number that no telephone knows"));
    }
    Ok(())
}

/// Whether a number is one that only stories and examples have.
pub(crate) fn is_fictional(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let local = digits.strip_prefix('1').filter(|it| it.len() == 7 || it.len() == 10);
    let local = local.unwrap_or(&digits);
    let is_north_american =
        [7, 10].contains(&local.len()) && local[local.len() - 7..].starts_with("55501");
    let is_british =
        ["447700900", "442079460", "441632960"].iter().any(|it| digits.starts_with(it));
    let steps = |step: u8| {
        digits.bytes().zip(digits.bytes().skip(1)).filter(move |(a, b)| {
            b.wrapping_sub(*a) == step || (step == 1 && (*a, *b) == (b'9', b'0'))
        })
    };
    let is_idle = digits.len() > 4
        && (steps(0).count() + 3 > digits.len() || steps(1).count() + 2 > digits.len());
    is_north_american || is_british || is_idle
}

fn is_sign(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')' | ' ')
}

/// A sign as a telephone knows it: hyphens, spaces and digits of every kind.
fn plain(c: char) -> char {
    let digit = |zero: char| char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c);
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{ff0b}' => '+',
        '٠'..='٩' => digit('٠'),
        '۰'..='۹' => digit('۰'),
        '０'..='９' => digit('０'),
        c => c,
    }
}
