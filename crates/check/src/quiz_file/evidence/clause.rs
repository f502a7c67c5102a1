use super::phrases::Phrases;
use crate::claims::plain;

/// What ends a clause whatever stands in it.
const ENDS: [char; 10] = ['.', ';', ':', '!', '?', '؛', '؟', '—', '(', ')'];

/// The clauses of a text, as words with single spaces between them.
pub(super) fn clauses(raw: &str, phrases: &Phrases) -> Vec<String> {
    let mut text = folded(raw);
    for (written, meant) in phrases.sayings {
        text = text.replace(written, meant);
    }
    for joint in phrases.joints {
        text = text.replace(joint, ". ");
    }
    text.split(ENDS).map(words).filter(|clause| !clause.is_empty()).collect()
}

/// The words of a text, with single spaces between them.
pub(super) fn words(text: &str) -> String {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// A text in small letters, without the accents and vowel signs that writers leave out.
pub(super) fn folded(raw: &str) -> String {
    let letters = plain(raw).to_lowercase();
    let letters = letters.chars().filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | '\u{640}'));
    let folded = letters.map(|c| match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        c => c,
    });
    folded.collect()
}
