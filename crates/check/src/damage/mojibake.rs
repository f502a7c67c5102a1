use data::Mend;

use super::super::remark::Remark;
use super::code_page::CodePage;

/// A text in UTF-8 that a program took for another encoding, letter for letter.
pub(super) fn remark(text: &str) -> Option<Remark> {
    if text.is_ascii() {
        return None;
    }
    if let Some(read) = read(text) {
        let told = format!(
            "has \"{}\" for \"{}\": it was saved as UTF-8 and read as {}.",
            read.example.0, read.example.1, read.page
        );
        let help = "Write the letters again, and save it as UTF-8 next time.";
        let mend = repaired(text).map(Mend::Write);
        return Some(Remark::error("words/mojibake", told, help).with(mend));
    }
    let word = arabic_as_latin(text)?;
    let told =
        format!("has \"{word}\", letters of another encoding that were read as Windows-1252.");
    let help = "Take the text from a copy of the file, saved as UTF-8.";
    Some(Remark::error("words/mojibake", told, help))
}

/// The text as it was meant, where all of it can be read again; it may have been damaged twice.
pub(super) fn repaired(text: &str) -> Option<String> {
    let mut whole = read(text)?.text;
    for _ in 0..2 {
        whole = read(&whole).map_or(whole, |again| again.text);
    }
    let is_whole = !whole.chars().any(|c| c == '\u{fffd}' || ('\u{80}'..='\u{9f}').contains(&c));
    is_whole.then_some(whole)
}

/// A text read again.
struct Read {
    text: String,
    /// What stood there, and what it was.
    example: (String, String),
    page: &'static str,
    count: usize,
}

/// Reads a text again by the encoding that explains most of it.
fn read(text: &str) -> Option<Read> {
    if text.is_ascii() {
        return None;
    }
    let mut best: Option<Read> = None;
    for page in CodePage::all() {
        let read = read_as(text, page);
        if read.count > best.as_ref().map_or(0, |best| best.count) {
            best = Some(read);
        }
    }
    best
}

/// A run of signs that are bytes of one letter.
struct Sequence {
    length: usize,
    letter: char,
    /// Its first byte.
    lead: u8,
}

fn read_as(text: &str, page: &CodePage) -> Read {
    let signs: Vec<char> = text.chars().collect();
    let mut read =
        Read { text: String::new(), example: Default::default(), page: page.name, count: 0 };
    let mut at = 0;
    while at < signs.len() {
        let run = run(&signs, at, page);
        if run.is_empty() {
            read.text.push(signs[at]);
            at += 1;
            continue;
        }
        let is_sure = run.len() >= if page.is_foreign() { 3 } else { 2 };
        for sequence in run {
            let end = at + sequence.length;
            if is_sure || is_clear(&signs, at, &sequence, page) {
                if read.count == 0 {
                    read.example = (signs[at..end].iter().collect(), sequence.letter.to_string());
                }
                read.count += 1;
                read.text.push(sequence.letter);
            } else {
                read.text.extend(&signs[at..end]);
            }
            at = end;
        }
    }
    read
}

/// The letters that stand one after the other.
fn run(signs: &[char], from: usize, page: &CodePage) -> Vec<Sequence> {
    let (mut run, mut at) = (Vec::new(), from);
    while let Some(sequence) = sequence(&signs[at..], page) {
        at += sequence.length;
        run.push(sequence);
    }
    run
}

fn sequence(signs: &[char], page: &CodePage) -> Option<Sequence> {
    let lead = page.byte(*signs.first()?)?;
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = signs.get(..length)?.iter().filter_map(|it| page.byte(*it)).collect();
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    (bytes.len() == length && is_written(letter)).then_some(Sequence { length, letter, lead })
}

/// Whether one letter alone is certain. Words in capitals may end with such a letter and a quotation
/// mark behind it.
fn is_clear(signs: &[char], at: usize, sequence: &Sequence, page: &CodePage) -> bool {
    let before = at.checked_sub(1).map(|at| signs[at]);
    let after = signs.get(at + sequence.length).copied();
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let is_shouted =
        before.is_some_and(char::is_uppercase) && !after.is_some_and(char::is_alphabetic);
    match sequence.lead {
        0xe2 => {
            matches!(sequence.letter, '\u{2000}'..='\u{206f}' | '€' | '™' | '−' | '≥' | '≤' | '→')
        }
        0xf0.. => true,
        0xc2 | 0xc3 if page.is_foreign() => is_latin(before) || is_latin(after),
        0xc2 | 0xc3 => !is_shouted,
        _ => false,
    }
}

/// Whether people write it: letters, and signs between them.
fn is_written(c: char) -> bool {
    matches!(u32::from(c),
        0xa0..=0x24f | 0x370..=0x6ff | 0x900..=0xe7f | 0x1e00..=0x1fff | 0x2000..=0x206f
        | 0x20a0..=0x20bf | 0x2100..=0x22ff | 0x2600..=0x27bf | 0x3000..=0x9fff | 0xac00..=0xd7a3
        | 0xfb50..=0xfdff | 0xfe70..=0xfefc | 0xfeff | 0xfe0f | 0x1f300..=0x1faff)
}

/// A word of Latin letters with marks alone, such as no language has: Arabic or Cyrillic in one byte a
/// letter.
fn arabic_as_latin(text: &str) -> Option<&str> {
    let is_such = |c: char| matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ');
    let words = text.split(|c: char| !is_such(c));
    words.filter(|word| word.chars().count() >= 4).max_by_key(|word| word.len())
}
