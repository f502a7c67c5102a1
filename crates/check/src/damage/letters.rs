use super::super::remark::Remark;

/// Question marks where letters were: a program wrote one for each letter that its encoding lacks.
pub(super) fn remark(text: &str) -> Option<Remark> {
    let words = || text.split_whitespace();
    let runs = words().filter(|word| is_run(word)).count();
    let is_lost_wholly =
        |word: &str| is_run(word) && (runs > 1 || word.len() > 3 || words().next() == Some(word));
    let word = words().find(|word| is_lost_wholly(word) || is_damaged(word))?;
    let told = format!("has \"{word}\", where question marks stand for letters that were lost.");
    let help = "Write the letters again, or take the text from a copy saved as UTF-8.";
    Some(Remark::error("words/question-marks", told, help))
}

fn is_damaged(word: &str) -> bool {
    if !word.contains('?') || word.contains(['/', '=', '&', '@']) {
        return false;
    }
    let signs: Vec<char> = word.chars().collect();
    (0..signs.len()).any(|at| signs[at] == '?' && is_lost(&signs, at))
}

/// Question marks alone, where a word stood.
fn is_run(word: &str) -> bool {
    word.contains("??") && !word.contains(char::is_alphanumeric)
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
