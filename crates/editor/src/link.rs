/// The fewest digits that are taken for a telephone number.
const FEWEST: usize = 6;

/// The link that somebody means who writes a web address, a telephone number or an e-mail address as people
/// do: `www.clinic.example/book` is `https://www.clinic.example/book`, `020 7946 0000` is `tel:02079460000`.
/// Nothing if it is a link already, or none of these.
pub fn full_link(written: &str) -> Option<String> {
    let written = written.trim();
    let scheme = written.split_once(':').map(|(scheme, _)| scheme);
    if scheme.is_some_and(|it| it.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        return None;
    }
    if let Some(number) = telephone(written) {
        return Some(format!("tel:{number}"));
    }
    if written.contains(char::is_whitespace) {
        return None;
    }
    let host = written.split(['/', '?', '#', ':']).next().unwrap_or_default();
    match written.split_once('@') {
        Some((name, host)) if !name.is_empty() && is_host(host) => {
            Some(format!("mailto:{written}"))
        }
        None if is_host(host) => Some(format!("https://{written}")),
        _ => None,
    }
}

/// The digits of a telephone number, and the plus before them; the 0 in brackets is for those who dial without.
fn telephone(written: &str) -> Option<String> {
    let written = written.replace("(0)", "");
    let is_part = |c: char| c.is_ascii_digit() || " +-().\u{a0}".contains(c);
    let number: String = written.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let is_number = written.chars().all(is_part) && !number.trim_start_matches('+').contains('+');
    (is_number && number.len() >= FEWEST).then_some(number)
}

/// Whether it is the name of a computer, with a dot.
fn is_host(name: &str) -> bool {
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let ends = name.rsplit('.').next().unwrap_or_default();
    name.contains('.')
        && name.split('.').all(is_label)
        && ends.len() > 1
        && ends.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::full_link;

    #[test]
    fn links_are_written_as_people_write_them() {
        for (written, link) in [
            ("www.rosehill-skin.co.uk/book", "https://www.rosehill-skin.co.uk/book"),
            (" rosehill-skin.co.uk ", "https://rosehill-skin.co.uk"),
            ("rosehill-skin.co.uk:8443/a?b#c", "https://rosehill-skin.co.uk:8443/a?b#c"),
            ("doi.org/10.1111/jocd.12345", "https://doi.org/10.1111/jocd.12345"),
            ("020 7946 0000", "tel:02079460000"),
            ("+44 (0)20 7946-0000", "tel:+442079460000"),
            ("(020) 7946.0000", "tel:02079460000"),
            ("hello@rosehill-skin.co.uk", "mailto:hello@rosehill-skin.co.uk"),
            ("kosmetik-münchen.de", "https://kosmetik-münchen.de"),
        ] {
            assert_eq!(full_link(written).as_deref(), Some(link), "{written}");
        }
    }

    #[test]
    fn nothing_else_is_touched() {
        for written in [
            "",
            "https://clinic.example/",
            "tel:+15550100",
            "mailto:a@b.example",
            "javascript:alert(1)",
            "call us",
            "12345",
            "3.5",
            "10.1000/182",
            "a@b",
            "@b.example",
            "+44+20",
            "www",
            ".com",
            "a..b.com",
            "clinic.example/with space",
            "1.2.3.4",
        ] {
            assert_eq!(full_link(written), None, "{written}");
        }
    }
}
