use super::Language;

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut begin = 0;
    for (at, end) in text.match_indices(['.', '!', '?', '؟', '…']) {
        let behind = at + end.len();
        let rest = &text[behind..];
        let is_end = rest.starts_with(char::is_whitespace)
            && !rest.trim_start().starts_with(char::is_lowercase);
        if is_end && !(end == "." && is_short(&text[begin..at])) {
            sentences.push(text[begin..behind].trim());
            begin = behind;
        }
    }
    sentences.push(text[begin..].trim());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Whether what stands before a full stop is cut short: "EE. UU.", "Dr. A. Example", "z. B.".
fn is_short(before: &str) -> bool {
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let letters = last.chars().count();
    letters == 1 || (letters <= 3 && last.starts_with(char::is_uppercase))
}

/// What ends a part of a sentence, among its words.
pub(super) const PAUSE: &str = ",";

/// The words of a sentence in small letters, without phrases that deny nothing.
pub(super) fn words(language: &Language, sentence: &str) -> Vec<String> {
    let keeps_apostrophes = language.tag == "en";
    let is_part = |c: char| c.is_alphanumeric() || (keeps_apostrophes && c == '\'');
    let normal = normal(sentence);
    let mut line = String::with_capacity(normal.len() + 2);
    for piece in normal.split_inclusive(|c: char| !is_part(c)) {
        let word = piece.trim_end_matches(|c: char| !is_part(c));
        let pauses = piece.ends_with([',', ';', ':', '—', '،', '؛']);
        for word in [word, if pauses { PAUSE } else { "" }].iter().filter(|it| !it.is_empty()) {
            line.push(' ');
            line.push_str(word);
        }
    }
    line.push(' ');
    for phrase in language.idle {
        if let Some(at) = line.find(*phrase)
            && line[..at].ends_with(' ')
            && line[at + phrase.len()..].starts_with(' ')
        {
            line.replace_range(at..at + phrase.len(), "—");
        }
    }
    line.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A text in small letters, and Arabic without vowel signs, with a bare alif and ه for ة.
pub(crate) fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_lowercase) {
        match sign {
            '\u{64b}'..='\u{652}' | '\u{640}' | '\u{670}' => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => normal.push('ا'),
            'ى' => normal.push('ي'),
            'ة' => normal.push('ه'),
            '’' | 'ʼ' => normal.push('\''),
            sign => normal.push(sign),
        }
    }
    normal
}
