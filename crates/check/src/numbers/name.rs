use super::token::{Kind, Token};
use super::vocabulary::Vocabulary;

/// Words before a number that only says which: a type, a step, a page.
const WHICH: [&str; 45] = [
    "type",
    "types",
    "stage",
    "stages",
    "grade",
    "grades",
    "class",
    "phase",
    "step",
    "part",
    "page",
    "question",
    "section",
    "level",
    "number",
    "room",
    "floor",
    "typ",
    "tipo",
    "tipos",
    "etapa",
    "grado",
    "grados",
    "clase",
    "fase",
    "paso",
    "parte",
    "pagina",
    "página",
    "pregunta",
    "sección",
    "seccion",
    "nivel",
    "fototipo",
    "fototipos",
    "número",
    "النوع",
    "نوع",
    "المرحله",
    "المرحلة",
    "الدرجة",
    "الخطوة",
    "الجزء",
    "السؤال",
    "الصفحة",
];

/// Words before a number to call.
const CALL: [&str; 18] = [
    "call",
    "dial",
    "phone",
    "telephone",
    "llama",
    "llame",
    "llamar",
    "marca",
    "marque",
    "teléfono",
    "telefono",
    "اتصل",
    "اتصلوا",
    "اتصلي",
    "هاتف",
    "الرقم",
    "emergencias",
    "الطوارئ",
];

/// Whether digits are part of a name, or say which: vitamin B12, COVID-19, Dermapen 4, type 2.
pub(super) fn is_name(tokens: &[Token<'_>], at: usize, words: &Vocabulary) -> bool {
    let next = tokens.get(at + 1);
    if next.is_some_and(|next| next.is_sign('%')) {
        return false;
    }
    is_joined(tokens, at) || is_which(tokens, at) || is_called(tokens, at, words)
}

/// Letters before it or after it, with nothing but a hyphen between.
fn is_joined(tokens: &[Token<'_>], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|index| &tokens[index]);
    let is_word = |token: &Token<'_>| token.kind == Kind::Word;
    let is_capital = |token: &Token<'_>| {
        is_word(token) && token.raw.chars().next().is_some_and(char::is_uppercase)
    };
    let after = match before(1) {
        Some(word) if tokens[at].is_glued && is_word(word) => word.word != "spf",
        Some(hyphen) if tokens[at].is_glued && hyphen.is_sign('-') && hyphen.is_glued => {
            before(2).is_some_and(is_capital)
        }
        _ => false,
    };
    let is_code = |token: &Token<'_>| {
        token.is_glued
            && is_word(token)
            && token.raw.chars().count() <= 3
            && token.raw.chars().all(char::is_uppercase)
    };
    let leads = match (tokens.get(at + 1), tokens.get(at + 2)) {
        (Some(code), _) if is_code(code) => true,
        (Some(hyphen), Some(code)) => hyphen.is_glued && hyphen.is_sign('-') && is_code(code),
        _ => false,
    };
    after || leads
}

/// One of several, or a number to call.
fn is_which(tokens: &[Token<'_>], at: usize) -> bool {
    let mut before = tokens[..at].iter().rev().peekable();
    let joins = ["to", "and", "or", "a", "y", "o", "u", "e", "و", "او", "الي", "of", "de", "من"];
    while let Some(token) = before.peek() {
        let is_between = token.kind == Kind::Digits
            || matches!(token.kind, Kind::Sign('-' | '–' | ',' | '/' | '+' | '#' | '('))
            || (token.is_end() && token.raw == "." && token.is_glued)
            || joins.contains(&token.word.as_str());
        if !is_between {
            break;
        }
        before.next();
    }
    let word = before.next().map(|token| token.word.as_str()).unwrap_or_default();
    WHICH.contains(&word) || CALL.contains(&word)
}

/// A name in capitals before a small whole number that counts nothing: a device.
fn is_called(tokens: &[Token<'_>], at: usize, words: &Vocabulary) -> bool {
    let Some(before) = at.checked_sub(1).map(|index| &tokens[index]) else { return false };
    let raw = before.raw;
    let begins = at < 2 || tokens[at - 2].is_end() || tokens[at - 2].is_sign(':');
    let has_inner = raw.chars().skip(1).any(char::is_uppercase) && raw.to_uppercase() != raw;
    let is_named = before.kind == Kind::Word
        && raw.chars().next().is_some_and(char::is_uppercase)
        && (has_inner || !begins)
        && !matches!(raw, "I" | "SPF" | "FPS" | "Spf");
    let counts = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.kind, Kind::Sign('/' | '–' | '-' | '€' | '$' | '£' | '+' | 'x' | '×'))
            || words.counts(&next.word)
    });
    let is_small = tokens[at].raw.chars().count() <= 2;
    is_named && is_small && !counts
}
