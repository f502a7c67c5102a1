use url::Url;

use super::{Astray, host};

/// Reads an address as browsers do; `rest` is what comes after its scheme.
pub(super) fn web(address: &str, rest: &str) -> Result<Url, Astray> {
    if let Some(sign) = address.chars().find(|c| c.is_whitespace()) {
        let what = if sign == ' ' { "a space" } else { "an unusual space" };
        return Err(Astray::new(format!("has {what} in it")));
    }
    if address.contains('\\') {
        return Err(Astray::new("has a \\ in it"));
    }
    let Some(rest) = rest.strip_prefix("//").filter(|rest| !rest.starts_with('/')) else {
        let path = rest.trim_start_matches('/');
        return Err(Astray::meaning("has not two slashes after https:", format!("https://{path}")));
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(Astray::new("has an @ before the website's name, so it leads elsewhere"));
    }
    let (name, port) = match authority.rsplit_once(':') {
        Some((name, port)) if !authority.ends_with(']') => (name, Some(port)),
        _ => (authority, None),
    };
    host::host(name)?;
    if let Some(port) = port.filter(|port| *port != "443") {
        let because = if port.parse::<u16>().is_ok() {
            format!("names the port {port}, which most networks close")
        } else {
            format!("has \"{port}\" behind the colon, where only the number of a port may stand")
        };
        return Err(Astray::new(because));
    }
    let url = Url::parse(address);
    let url = url.map_err(|error| Astray::new(format!("is no address for a browser ({error})")))?;
    if path_repeats(rest) {
        return Err(Astray::new("has https:// in it twice"));
    }
    Ok(url)
}

/// Whether an address was pasted behind another.
fn path_repeats(rest: &str) -> bool {
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    path.contains("https:") || path.contains("http:")
}
