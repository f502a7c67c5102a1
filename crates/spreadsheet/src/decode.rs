mod encoding;

use encoding::Encoding;

use super::refusal::Refusal;
use super::rows::Row;

/// The text of a spreadsheet's file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// How it was saved, where that is not UTF-8.
    pub(super) saved_as: Option<String>,
}

/// Reads UTF-8 and UTF-16, with their mark or without, and where it can be told what a program
/// of the language saves that knows neither.
///
/// # Errors
/// The file is of another kind, or its letters cannot be told.
pub(super) fn decode(bytes: &[u8], language: &str, rows: &[Row]) -> Result<Decoded, Refusal> {
    if let Some((unit, rest)) = utf_16(bytes) {
        let (pairs, []) = rest.as_chunks() else { return Err(cut()) };
        let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
        let text = text.collect::<Result<_, _>>().map_err(|_| cut())?;
        return Ok(Decoded { text, saved_as: Some("UTF-16".to_owned()) });
    }
    let unmarked = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(told) = workbook(bytes) {
        return Err(Refusal::file(told, "Save the sheet as \"CSV UTF-8\", and bring that file."));
    }
    match std::str::from_utf8(unmarked) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), saved_as: None }),
        Err(_) => old(bytes, language, rows),
    }
}

fn cut() -> Refusal {
    let help = "Save the sheet again as \"CSV UTF-8\".";
    Refusal::file("The file is saved as UTF-16, but letters of it are cut in two.", help)
}

/// How two bytes are one unit of UTF-16.
type Unit = fn([u8; 2]) -> u16;

/// How the units of UTF-16 stand in a file of it, and what follows its mark.
fn utf_16(bytes: &[u8]) -> Option<(Unit, &[u8])> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some((u16::from_le_bytes, rest)),
        [0xfe, 0xff, rest @ ..] => Some((u16::from_be_bytes, rest)),
        bytes if is_empty_at(bytes, 1) => Some((u16::from_le_bytes, bytes)),
        bytes if is_empty_at(bytes, 0) => Some((u16::from_be_bytes, bytes)),
        _ => None,
    }
}

/// Whether every second byte of the beginning is 0, as in the heads saved as UTF-16.
fn is_empty_at(bytes: &[u8], which: usize) -> bool {
    let pairs = bytes.len().min(32) / 2;
    pairs > 1 && bytes.chunks_exact(2).take(pairs).all(|it| it[which] == 0 && it[1 - which] != 0)
}

/// What a spreadsheet program's own file is called.
fn workbook(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => {
            Some("The file is a workbook, as Excel, LibreOffice and Numbers keep them.")
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some("The file is a workbook of an old Excel."),
        _ => None,
    }
}

/// The encodings of Windows and of old Macs for a language.
fn candidates(language: &str) -> impl Iterator<Item = Encoding> {
    let names: &[&str] = match language.split('-').next().unwrap_or_default() {
        "ar" | "fa" | "ur" => &["windows-1256"],
        "bg" | "mk" | "ru" | "sr" | "uk" => &["windows-1251"],
        "cs" | "hr" | "hu" | "pl" | "ro" | "sk" | "sl" => &["windows-1250"],
        "el" => &["windows-1253"],
        "az" | "tr" => &["windows-1254"],
        "he" | "yi" => &["windows-1255"],
        "et" | "lt" | "lv" => &["windows-1257"],
        "vi" => &["windows-1258"],
        "ca" | "da" | "de" | "en" | "es" | "eu" | "fi" | "fr" | "ga" | "gl" | "is" | "it"
        | "nb" | "nl" | "nn" | "no" | "pt" | "sq" | "sv" => &["windows-1252", "macintosh"],
        _ => &[],
    };
    names.iter().filter_map(|name| Encoding::named(name))
}

/// As people know it.
fn name(encoding: &Encoding) -> String {
    match encoding.name() {
        "macintosh" => "Mac Roman".to_owned(),
        name => name.replace("windows", "Windows"),
    }
}

/// A text read in one of the encodings.
struct Reading {
    decoded: Decoded,
    /// How many base texts it has.
    known: usize,
    /// How many words look like none.
    odd: usize,
}

/// The text in the one encoding in which the base texts are there and words look like words.
fn old(bytes: &[u8], language: &str, rows: &[Row]) -> Result<Decoded, Refusal> {
    let bases: Vec<&str> =
        rows.iter().map(|row| row.base.as_str()).filter(|base| !base.is_ascii()).collect();
    let reading = |encoding: Encoding| {
        let text = encoding.decoded(bytes);
        let odd = oddities(&text)?;
        let known = bases.iter().filter(|base| text.contains(**base)).count();
        Some(Reading { decoded: Decoded { text, saved_as: Some(name(&encoding)) }, known, odd })
    };
    let mut readings: Vec<Reading> = candidates(language).filter_map(reading).collect();
    readings.sort_by_key(|it| (usize::MAX - it.known, it.odd));
    let mut readings = readings.into_iter();
    let (best, second) = (readings.next(), readings.next());
    let is_told = |best: &Reading| {
        best.odd * 100 <= best.decoded.text.split_whitespace().count()
            && second.is_none_or(|it| best.known > it.known || best.odd * 4 < it.odd)
    };
    best.filter(is_told).map(|it| it.decoded).ok_or_else(|| {
        let found = "The file is no UTF-8, and it cannot be told which letters are meant.";
        Refusal::file(found, "Save it as \"CSV UTF-8\", so that every letter survives.")
    })
}

/// How often a word looks like none: a sign or a capital amid small letters, letters of two
/// alphabets in one. Nothing where it has signs that no encoding has.
fn oddities(text: &str) -> Option<usize> {
    if text.contains('\u{fffd}') {
        return None;
    }
    let signs: Vec<char> = text.chars().collect();
    let odd = signs.windows(3).filter(|three| is_odd(three[0], three[1], three[2]));
    let pairs = signs.windows(2).filter(|two| two_alphabets(two[0], two[1]));
    Some(odd.count() + pairs.count())
}

fn is_odd(before: char, sign: char, after: char) -> bool {
    if sign.is_ascii() || !before.is_alphabetic() {
        return false;
    }
    let is_in_word = after.is_alphabetic() && is_sign(sign);
    (before.is_lowercase() && sign.is_uppercase())
        || (is_in_word && (before, sign, after) != ('l', '·', 'l'))
}

/// A sign that stands in no word: an apostrophe does, a dagger does not.
fn is_sign(sign: char) -> bool {
    let is_mark =
        matches!(sign, '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{65f}' | '\u{200c}'..='\u{200f}');
    !sign.is_alphanumeric() && !sign.is_whitespace() && !matches!(sign, '’' | '‘') && !is_mark
}

fn two_alphabets(one: char, other: char) -> bool {
    let is_accented = |c: char| c.is_alphabetic() && !c.is_ascii() && c < '\u{250}';
    let is_other = |c: char| c.is_alphabetic() && c >= '\u{370}';
    (is_accented(one) && is_other(other)) || (is_other(one) && is_accented(other))
}
