use std::ops::Range;

/// Where a figure stands in a translation of its text: from its first number to its last, in any digits, with the
/// sign or the word behind it if the figure has one there. Nothing if it has no number in digits, or if its numbers
/// stand there never or more than once.
pub(super) fn place(figure: &str, translation: &str) -> Option<Range<usize>> {
    let wanted = numbers(figure);
    let after = &figure[wanted.last()?.span.end..];
    let there = numbers(translation);
    let is_it =
        |some: &&[Number]| some.iter().map(|it| &it.value).eq(wanted.iter().map(|it| &it.value));
    let mut found = there.windows(wanted.len()).filter(is_it);
    let (Some([first, .., last] | [first @ last]), None) = (found.next(), found.next()) else {
        return None;
    };
    let end = last.span.end + unit(after, &translation[last.span.end..]);
    let span = first.span.start..end;
    (!translation[span.clone()].contains(['{', '}', '.', ';', ':', '!', '?'])).then_some(span)
}

/// A number in digits.
struct Number {
    /// In the digits of ASCII, without zeros before it.
    value: String,
    /// Where it stands, in bytes.
    span: Range<usize>,
}

/// The numbers of a text outside of braces. Of a fraction each part is one, whatever stands between them.
fn numbers(text: &str) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut is_in_braces = false;
    for (at, c) in text.char_indices() {
        is_in_braces = c == '{' || (is_in_braces && c != '}');
        let Some(digit) = digit(c).filter(|_| !is_in_braces) else { continue };
        let end = at + c.len_utf8();
        match numbers.last_mut().filter(|it| it.span.end == at) {
            Some(number) => {
                number.value.push(digit);
                number.span.end = end;
            }
            None => numbers.push(Number { value: digit.to_string(), span: at..end }),
        }
    }
    for number in &mut numbers {
        let value = number.value.trim_start_matches('0');
        number.value = if value.is_empty() { "0" } else { value }.to_owned();
    }
    numbers
}

/// A digit of European, Arabic or Persian numbers.
fn digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '٠'..='٩' => u32::from(c) - u32::from('٠'),
        '۰'..='۹' => u32::from(c) - u32::from('۰'),
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// How many bytes of what follows a number in a translation belong to the figure, whose own words after its last
/// number are given: the sign right behind it, and a word if the figure has one.
fn unit(figure: &str, translation: &str) -> usize {
    let sign =
        |text: &str| text.find(|c: char| c.is_whitespace() || is_end(c)).unwrap_or(text.len());
    let at = sign(translation);
    if !figure.contains(char::is_alphabetic) || figure[..sign(figure)].contains(char::is_alphabetic)
    {
        return at;
    }
    let rest = &translation[at..];
    let space = rest.len() - rest.trim_start().len();
    let word = rest[space..].find(|c: char| !c.is_alphabetic() && !is_mark(c));
    at + space + word.unwrap_or(rest.len() - space)
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '،' | '؛' | '؟' | '{' | '}')
}

/// A vowel mark of Arabic, which stands on a letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_figure_is_found_where_its_numbers_stand_once() {
        for (figure, translation, expected) in [
            ("20 people", "Visto en 20 personas.", Some("20 personas")),
            ("20 people", "شوهد ذلك لدى 20 شخصًا.", Some("20 شخصًا")),
            ("20 people", "شوهد ذلك لدى ٢٠ شخصًا، ثم", Some("٢٠ شخصًا")),
            ("10 to 30 minutes", "tras 10 a 30 minutos", Some("10 a 30 minutos")),
            ("3–4 weeks", "de 3 a 4 semanas", Some("3 a 4 semanas")),
            ("22", "de 22 años o más", Some("22")),
            ("50%", "el 50 % de ellos", Some("50")),
            ("50%", "el 50% de ellos", Some("50%")),
            ("about 5 days", "unos 5 días", Some("5 días")),
            ("1.5 mm", "de 1,5 mm", Some("1,5 mm")),
            ("20 people", "Visto en {20-people} personas.", None),
            ("20 people", "20 personas, y otras 20 personas.", None),
            ("20 people", "Visto en 21 personas.", None),
            ("20 people", "Visto en veinte personas.", None),
            ("twenty people", "Visto en 20 personas.", None),
            ("3 to 5 days", "Son 3. Y luego 5 días.", None),
        ] {
            let found = place(figure, translation).map(|span| &translation[span]);
            assert_eq!(found, expected, "{figure} in {translation}");
        }
    }
}
