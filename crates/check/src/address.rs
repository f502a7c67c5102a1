//! Addresses as browsers and telephones read them.

mod host;
mod mail;
mod meant;
mod telephone;
mod web;

pub(super) use host::is_made_up;
pub(super) use meant::meant;
pub(super) use telephone::is_fictional;

use url::Url;

use super::damage;

/// Why an address leads nowhere, or not where it seems to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Astray {
    /// What is wrong: "has a space in it".
    pub because: String,
    /// The address as it was meant, where that can only be one.
    pub meant: Option<String>,
}

impl Astray {
    fn new(because: impl Into<String>) -> Self {
        Self { because: because.into(), meant: None }
    }

    fn meaning(because: impl Into<String>, meant: String) -> Self {
        Self { because: because.into(), meant: Some(meant) }
    }
}

/// Whether an address leads visitors anywhere: `https:`, `tel:` or `mailto:`.
///
/// # Errors
/// Why not.
pub fn link(address: &str) -> Result<(), Astray> {
    signs(address)?;
    match address.split_once(':') {
        Some(("https", rest)) => {
            if let Some(sign) = address.chars().find(|c| "<>{}\"|^`".contains(*c)) {
                return Err(Astray::new(format!("has a {sign} in it")));
            }
            web::web(address, rest).map(|_| ())
        }
        Some(("tel", number)) => telephone::telephone(number),
        Some(("mailto", mail)) => mail::mail(mail),
        _ => match meant(address) {
            Some(meant) => {
                Err(Astray::meaning("begins with none of https:, tel: and mailto:", meant))
            }
            None => Err(Astray::new("begins with none of https:, tel: and mailto:")),
        },
    }
}

/// The web page that an address leads to, by the rules of browsers.
pub(super) fn page(address: &str) -> Result<Url, Astray> {
    signs(address)?;
    web::web(address, address.strip_prefix("https:").unwrap_or_default())
}

/// The host of an address, as far as it has one.
pub(super) fn host_of(address: &str) -> Option<String> {
    match address.split_once(':')? {
        ("mailto", mail) => Some(mail.split('?').next()?.rsplit_once('@')?.1.to_lowercase()),
        _ => Some(Url::parse(address).ok()?.host_str()?.to_lowercase()),
    }
}

/// Signs that stand in no address.
fn signs(address: &str) -> Result<(), Astray> {
    if address.trim().is_empty() {
        return Err(Astray::new("is empty"));
    }
    let unseen = |c: char| c.is_control() || is_unseen(c);
    if address.contains(unseen) {
        let meant: String = address.chars().filter(|c| !unseen(*c)).collect();
        return Err(Astray::meaning("has a sign in it that is not seen", meant));
    }
    let entities = damage::written(address);
    if entities != address {
        return Err(Astray::meaning("has signs in it as HTML writes them", entities));
    }
    if address.trim() != address {
        let meant = address.trim().to_owned();
        return Err(Astray::meaning("has a space at its beginning or end", meant));
    }
    Ok(())
}

pub(super) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests;
