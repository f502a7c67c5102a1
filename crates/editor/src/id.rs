/// An id for something called so, unlike those that are taken: "Acne scars" becomes `acne-scars`, or
/// `acne-scars-2`.
pub(super) fn fresh(called: &str, otherwise: &str, taken: &[&str]) -> String {
    const LONGEST: usize = 32;
    let mut id = String::new();
    for c in called.chars().flat_map(plain) {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let whole = id.trim_end_matches('-');
    let cut = whole.get(..LONGEST).and_then(|start| start.rsplit_once('-')).map(|(start, _)| start);
    let stem = match cut.filter(|_| whole.len() > LONGEST) {
        Some(cut) => cut,
        None if whole.is_empty() => otherwise,
        None => whole.get(..LONGEST).unwrap_or(whole),
    };
    let mut id = stem.to_owned();
    let mut number = 2;
    while taken.contains(&id.as_str()) {
        id = format!("{stem}-{number}");
        number += 1;
    }
    id
}

/// A letter without its accent, as far as those of Western Europe go.
fn plain(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => "a",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => "o",
        'ú' | 'ù' | 'û' | 'ü' => "u",
        'ñ' => "n",
        'ç' => "c",
        'ß' => "ss",
        '\'' | '’' => "",
        _ => return [Some(c), None].into_iter().flatten(),
    };
    let mut letters = plain.chars();
    [letters.next(), letters.next()].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::fresh;

    #[test]
    fn ids_are_made_of_words_and_never_twice() {
        assert_eq!(fresh("Acne scars", "choice", &[]), "acne-scars");
        assert_eq!(fresh("Acne scars!", "choice", &["acne-scars"]), "acne-scars-2");
        assert_eq!(fresh("Qué cicatrices", "choice", &[]), "que-cicatrices");
        assert_eq!(fresh("ندبات", "choice", &["choice"]), "choice-2");
        assert_eq!(fresh("", "choice", &[]), "choice");
        let long = fresh("How much do you notice the lines around your mouth?", "q", &[]);
        assert_eq!(long, "how-much-do-you-notice-the");
        assert_eq!(fresh(&"a".repeat(50), "q", &[]).len(), 32);
    }
}
