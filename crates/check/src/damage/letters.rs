use super::super::remark::Remark;

/// Question marks where letters were: a program wrote one for each letter that its encoding lacks.
pub(super) fn remark(text: &str) -> Option<Remark> {
    let word = text.split_whitespace().find(|word| is_damaged(word))?;
    let told = format!("has \"{word}\", where question marks stand for letters that were lost.");
    let help = "Write the letters again, or take the text from a copy saved as UTF-8.";
    Some(Remark::error("words/question-marks", told, help))
}

fn is_damaged(word: &str) -> bool {
    if !word.contains('?') || word.contains(['/', '=', '&', '@']) {
        return false;
    }
    let signs: Vec<char> = word.chars().collect();
    let is_run = word.contains("??") && !signs.iter().any(|c| c.is_alphanumeric());
    let has_marks = |at: usize| signs[at] == '?' && is_lost(&signs, at);
    is_run || (0..signs.len()).any(has_marks)
}

/// Whether a letter, or a dash between digits, stood there.
fn is_lost(signs: &[char], at: usize) -> bool {
    let before = signs[..at].iter().rev().find(|c| **c != '?').copied();
    let after = signs[at + 1..].iter().find(|c| **c != '?').copied();
    let Some(after) = after else { return false };
    match before {
        None | Some('(' | '"' | '“' | '«' | '\'' | '¿') => after.is_alphabetic(),
        Some(before) if before.is_numeric() => after.is_numeric(),
        Some(before) if before.is_alphabetic() => {
            let is_next_sentence = before.is_lowercase() && after.is_uppercase();
            after.is_alphabetic() && !is_next_sentence
        }
        _ => false,
    }
}
