/// A text as wording rules look at it: signs that nobody sees are gone, and spaces, hyphens and
/// apostrophes of every kind are the plain ones.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_unseen(*c)) {
        match c {
            c if c.is_whitespace() && plain.ends_with(' ') => {}
            c if c.is_whitespace() => plain.push(' '),
            '\u{2010}' | '\u{2011}' => plain.push('-'),
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => plain.push('\''),
            c => plain.push(c),
        }
    }
    plain
}

/// Soft hyphens, joiners, marks of direction and the like.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
