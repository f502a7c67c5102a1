use super::Astray;

/// Names that are kept for examples and tests, so that nobody has them.
const MADE_UP: [&str; 6] =
    [".example", ".test", ".invalid", "example.com", "example.org", "example.net"];

/// Parts of names that stand for the clinic's own.
const YOURS: [&str; 6] =
    ["yourclinic", "your-clinic", "yourdomain", "your-domain", "yourwebsite", "your-website"];

/// Names of one computer or one network.
const LOCAL: [&str; 6] = [".localhost", ".local", ".internal", ".lan", ".home", ".intranet"];

/// Letters of Cyrillic and Greek that look like those of Latin.
const ALIKE: &str = "аеорсухіјѕӏһԁԛԝɡαονρτυικ";

/// Whether a host is there for examples only.
pub(crate) fn is_made_up(host: &str) -> bool {
    let host = format!(".{}", host.trim_end_matches('.'));
    let is_such = |name: &&str| match name.strip_prefix('.') {
        Some(_) => host.ends_with(*name),
        None => host.ends_with(&format!(".{name}")),
    };
    MADE_UP.iter().any(is_such) || YOURS.iter().any(|part| host.contains(part))
}

/// Whether a host is a computer that visitors cannot reach.
fn is_local(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    let is_number = host.starts_with('[') || host.parse::<std::net::Ipv4Addr>().is_ok();
    host == "localhost" || is_number || LOCAL.iter().any(|name| host.ends_with(name))
}

/// Whether a host can be one: names between single points, each in one script.
pub(super) fn host(host: &str) -> Result<(), Astray> {
    if host.is_empty() {
        return Err(Astray::new("names no website"));
    }
    if is_local(&host.to_lowercase()) {
        return Err(Astray::new("leads to a computer that visitors cannot reach"));
    }
    if host.contains("..") {
        return Err(Astray::new("has two points one after the other"));
    }
    let host = host.strip_suffix('.').unwrap_or(host);
    let written = if host.contains("xn--") { idna::domain_to_unicode(host).0 } else { host.into() };
    let host = written.as_str();
    let names: Vec<&str> = host.split('.').collect();
    let is_name = |name: &&str| {
        !name.is_empty()
            && !name.starts_with('-')
            && !name.ends_with('-')
            && name.chars().all(|c| c.is_alphanumeric() || c == '-' || is_mark(c))
    };
    if names.len() < 2 || !names.iter().all(is_name) {
        return Err(Astray::new(format!("names \"{host}\", which is no website")));
    }
    let last = names.last().copied().unwrap_or_default();
    if last.chars().count() < 2 || !last.chars().any(char::is_alphabetic) {
        return Err(Astray::new(format!("ends with \".{last}\", which no website has")));
    }
    if names.iter().any(|name| is_mixed(name) || is_alike(name, last)) {
        let because = format!("has letters in \"{host}\" that only look like Latin ones");
        return Err(Astray::new(because));
    }
    Ok(())
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e00}'..='\u{e7f}')
}

/// The letters of other scripts that are taken for Latin ones.
fn is_foreign(c: char) -> bool {
    matches!(c,
        '\u{370}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{1f00}'..='\u{1fff}' | '\u{a640}'..='\u{a69f}'
        | '\u{13a0}'..='\u{13ff}' | '\u{530}'..='\u{58f}' | '\u{ff00}'..='\u{ffef}')
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn is_mixed(name: &str) -> bool {
    name.chars().any(is_foreign) && name.chars().any(is_latin)
}

fn is_alike(name: &str, last: &str) -> bool {
    last.is_ascii()
        && name.chars().any(is_foreign)
        && name.to_lowercase().chars().all(|c| !c.is_alphabetic() || ALIKE.contains(c))
}
