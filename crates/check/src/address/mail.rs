use super::{Astray, host};

/// Whether one well-formed address stands there.
pub(super) fn mail(rest: &str) -> Result<(), Astray> {
    if let Some(rest) = rest.strip_prefix("//") {
        return Err(Astray::meaning(
            "has slashes, which a mail address has not",
            format!("mailto:{rest}"),
        ));
    }
    let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
    if rest.contains(char::is_whitespace) {
        return Err(Astray::new("has a space in it"));
    }
    if address.contains([',', ';']) || address.matches('@').count() > 1 {
        return Err(Astray::new("names more than one mail address"));
    }
    let Some((name, at)) = address.split_once('@') else {
        return Err(Astray::new("has no @, so it is no mail address"));
    };
    let is_sign = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    if name.is_empty() || name.starts_with('.') || name.ends_with('.') || name.contains("..") {
        return Err(Astray::new("has no name before the @, or points too many in it"));
    }
    if let Some(sign) = name.chars().find(|c| !is_sign(*c)) {
        return Err(Astray::new(format!("has \"{sign}\" in it, which no mail address has")));
    }
    host::host(at)?;
    let known = ["subject=", "body=", "cc=", "bcc="];
    let is_known = |part: &str| known.iter().any(|it| part.to_lowercase().starts_with(it));
    if query.is_empty() || query.split('&').all(is_known) {
        Ok(())
    } else {
        Err(Astray::new("has something after the ? that no mail program knows"))
    }
}
