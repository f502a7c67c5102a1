/// What a text has that no language writes, and what happened to it on its way: its letters read in
/// another encoding than they were saved in, question marks in their place, or HTML's names for
/// them. To be read behind "The translation".
pub(super) fn damage(text: &str) -> Option<String> {
    if let Some(found) = misread(text) {
        return Some(format!("has \"{found}\": its letters were saved one way and read another."));
    }
    if let Some(found) = lost(text) {
        return Some(format!("has \"{found}\": letters were lost and became question marks."));
    }
    entity(text).map(|found| format!("has \"{found}\", which web pages write for a letter."))
}

/// What UTF-8 looks like where it is read as Windows-1252.
const MISREAD: [&str; 8] = ["â€", "Ã", "Â", "ï»¿", "ðŸ", "Ø", "Ù", "\u{fffd}"];

fn misread(text: &str) -> Option<&str> {
    let follows = |rest: &str, lead: &str| match lead {
        "Ã" | "Â" | "Ø" | "Ù" => rest.chars().next().is_some_and(|c| {
            ('\u{80}'..='\u{bf}').contains(&c) || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c)
        }),
        _ => true,
    };
    MISREAD.iter().find_map(|lead| {
        let at = text.match_indices(lead).find(|(at, _)| follows(&text[at + lead.len()..], lead));
        at.map(|(at, _)| {
            let end = text[at + lead.len()..].chars().next().map_or(0, char::len_utf8);
            &text[at..at + lead.len() + end]
        })
    })
}

/// A word with question marks in it, or of nothing else.
fn lost(text: &str) -> Option<&str> {
    text.split_whitespace().filter(|word| !word.contains("://")).find(|word| {
        let inside = word.trim_end_matches('?');
        let letters_after = |rest: &str| rest.chars().next().is_some_and(char::is_alphabetic);
        let in_word = inside.match_indices('?').any(|(at, _)| letters_after(&inside[at + 1..]));
        in_word || (inside.is_empty() && word.len() > 1)
    })
}

/// `&eacute;`, `&#39;`.
fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').find_map(|(at, _)| {
        let end = text[at..].find(';').filter(|end| (3..12).contains(end))?;
        let name = text[at + 1..at + end].trim_start_matches('#');
        let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (is_name && !name.is_empty()).then(|| &text[at..=at + end])
    })
}
