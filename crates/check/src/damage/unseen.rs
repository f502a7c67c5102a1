use data::Mend;

use super::super::remark::Remark;

/// A word of so many letters may have soft hyphens, or it would not fit a phone.
const LONG_WORD: usize = 18;
/// Between two of them, so many letters.
const SYLLABLE: usize = 3;

/// Signs that nobody sees, which came along with copied text.
pub(super) fn remark(text: &str) -> Option<Remark> {
    let signs: Vec<char> = text.chars().collect();
    let at = (0..signs.len()).find(|at| is_unseen(&signs, *at))?;
    let before: String = signs[..at].iter().collect();
    let place = match before.split_whitespace().next_back() {
        Some(word) => format!("after \"{}\"", word.trim_matches(|c: char| name(c).is_some())),
        None => "at its beginning".to_owned(),
    };
    let (sign, code) = (signs[at], u32::from(signs[at]));
    let what = name(sign).unwrap_or("a sign that no font has");
    let told = format!("has {what} (U+{code:04X}) {place}.");
    let help = "Delete it; it came along with copied text.";
    let is_kept = is_private(sign) || is_between(&signs, at);
    let mend = (!is_kept).then(|| Mend::Write(without(text)));
    Some(Remark::error("words/unseen", told, help).with(mend))
}

/// A text without them.
pub(super) fn without(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let kept = |at: usize| match signs[at] {
        '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => Some(' '),
        sign if is_private(sign) || is_between(&signs, at) => Some(sign),
        _ if is_unseen(&signs, at) => None,
        sign => Some(sign),
    };
    let kept: String = (0..signs.len()).filter_map(kept).collect();
    if kept == text {
        kept
    } else {
        kept.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Whether a control character stands between two letters: nobody knows what it was.
fn is_between(signs: &[char], at: usize) -> bool {
    let is_letter =
        |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(|c| c.is_alphanumeric());
    signs[at].is_control()
        && !matches!(signs[at], '\u{b}' | '\u{c}' | '\u{85}')
        && is_letter(at.checked_sub(1))
        && is_letter(Some(at + 1))
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero-width space",
        '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{34f}' => "a joining sign",
        '\u{200e}' | '\u{200f}' | '\u{61c}' => "a direction sign",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "a direction sign",
        '\u{206a}'..='\u{206f}' | '\u{2061}'..='\u{2064}' => "a formatting sign",
        '\u{2028}' => "a line separator",
        '\u{2029}' => "a paragraph separator",
        '\u{feff}' => "a byte order mark",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "a sign that chooses a form",
        '\u{fff9}'..='\u{fffb}' | '\u{180e}' | '\u{e0000}'..='\u{e007f}' => "a formatting sign",
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' => "an empty letter",
        '\n' | '\r' | '\t' => return None,
        '\0' => "a NUL",
        c if c.is_control() => "a control character",
        _ => return None,
    })
}

/// Whether a sign should not be there; some are right in some scripts.
fn is_unseen(signs: &[char], at: usize) -> bool {
    let sign = signs[at];
    let before = at.checked_sub(1).map(|at| signs[at]);
    let after = signs.get(at + 1).copied();
    let both = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    match sign {
        '\u{ad}' => !is_in_long_word(signs, at),
        '\u{200b}' => !both(has_no_spaces),
        '\u{200c}' => !both(is_joined),
        '\u{200d}' => {
            !(before.is_some_and(is_joined) || after.is_some_and(is_joined) || is_emoji(before))
        }
        '\u{200e}' | '\u{200f}' | '\u{61c}' => !signs.iter().any(|c| is_rtl(*c)),
        '\u{fe0e}' | '\u{fe0f}' => before.is_none_or(|c| c.is_alphabetic() || c.is_whitespace()),
        '\u{e0020}'..='\u{e007f}' => !signs[..at].contains(&'\u{1f3f4}'),
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => true,
        sign => is_private(sign) || name(sign).is_some(),
    }
}

/// Whether a soft hyphen divides a word that is too long for a line.
fn is_in_long_word(signs: &[char], at: usize) -> bool {
    let is_inner = |c: &&char| c.is_alphabetic() || **c == '\u{ad}';
    let letters = |signs: &[char]| signs.iter().filter(|c| **c != '\u{ad}').count();
    let before = signs[..at].iter().rev().take_while(is_inner).count();
    let after = signs[at + 1..].iter().take_while(is_inner).count();
    let near = |part: &mut dyn Iterator<Item = &char>| {
        part.take_while(|c| c.is_alphabetic()).count() >= SYLLABLE
    };
    letters(&signs[at - before..at + 1 + after]) >= LONG_WORD
        && near(&mut signs[..at].iter().rev())
        && near(&mut signs[at + 1..].iter())
}

/// Letters that a sign may divide or join: Arabic, and those of India.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}'
        | '\u{900}'..='\u{dff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Scripts without spaces between words.
fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn is_emoji(c: Option<char>) -> bool {
    c.is_some_and(|c| matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}'))
}
