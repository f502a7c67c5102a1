//! How a text is written: what visitors stumble over.

use super::remark::Remark;
use super::texts::{LONGEST, outside};

/// What a clinic should not write so.
pub(super) fn remarks(raw: &str) -> Vec<Remark> {
    if raw.len() > LONGEST {
        return Vec::new();
    }
    let text = outside(raw);
    [address(&text), capitals(&text), exclaimed(&text), emoji(&text)]
        .into_iter()
        .flatten()
        .collect()
}

/// An address that nobody can press.
fn address(text: &str) -> Option<Remark> {
    let ends = [".com", ".org", ".net", ".info", ".co.uk"];
    let is_address = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let host = word.split(['/', '?']).next().unwrap_or_default();
        let is_host = ends.iter().any(|end| host.len() > end.len() && host.ends_with(end));
        word.contains("://") || word.starts_with("www.") || is_host
    };
    let word = text.split_whitespace().find(is_address)?;
    let told = format!("has the address \"{word}\", which cannot be pressed.");
    let help = "Say in words where to find it; links belong to \"clinic\" and \"sources\".";
    Some(Remark::warning("words/address", told, help))
}

/// Words in capitals, one after the other.
fn capitals(text: &str) -> Option<Remark> {
    let is_loud = |word: &&str| {
        let letters = || word.chars().filter(|c| c.is_alphabetic());
        letters().count() > 0 && letters().all(char::is_uppercase)
    };
    let mut runs: Vec<Vec<&str>> = vec![Vec::new()];
    for word in text.split_whitespace() {
        if let (true, Some(run)) = (is_loud(&word), runs.last_mut()) {
            run.push(word);
        }
        if !is_loud(&word) || word.ends_with([',', ';']) {
            runs.push(Vec::new());
        }
    }
    let shouted = runs.into_iter().find(|run| is_shouted(run))?;
    let told = format!(
        "shouts: \"{}\".",
        shouted.join(" ").trim_end_matches(|c: char| !c.is_alphanumeric())
    );
    let help = "Write it in small letters; many readers spell out capitals.";
    Some(Remark::warning("words/capitals", told, help))
}

fn is_shouted(run: &[&str]) -> bool {
    let letters = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count();
    let all: usize = run.iter().map(letters).sum();
    run.len() >= 3 && all >= 9 && run.iter().any(|word| letters(word) >= 4)
}

fn exclaimed(text: &str) -> Option<Remark> {
    let is_loud = ["!!", "?!?", "¡¡", "!?!", "！！"].iter().any(|it| text.contains(it));
    let help = "One is enough, and in advice about health none is better.";
    is_loud.then(|| Remark::warning("words/exclamation", "has several exclamation marks.", help))
}

fn emoji(text: &str) -> Option<Remark> {
    let is_emoji = |c: &char| {
        matches!(
            c,
            '\u{1f000}'..='\u{1faff}' | '✨' | '❤' | '✅' | '❌' | '⭐' | '❗' | '⚡' | '\u{fe0f}'
        )
    };
    let found = text.chars().find(is_emoji)?;
    let told = match found {
        '\u{fe0f}' => "has a picture sign (emoji).".to_owned(),
        sign => format!("has the picture sign {sign} (emoji)."),
    };
    let help =
        "Say it in words: each device shows it in another way, and it is read out by its name.";
    Some(Remark::warning("words/emoji", told, help))
}

#[cfg(test)]
mod tests {
    use super::remarks;

    fn ids(text: &str) -> Vec<&'static str> {
        remarks(text).into_iter().map(|it| it.id).collect()
    }

    #[test]
    fn loud_texts_are_told() {
        for (text, id) in [
            ("DO NOT BOOK NOW", "words/capitals"),
            ("This is VERY IMPORTANT FOR YOU", "words/capitals"),
            ("NO RESERVES TODAVÍA", "words/capitals"),
            ("Book now!!!", "words/exclamation"),
            ("Softer skin ✨", "words/emoji"),
            ("Softer skin 😀", "words/emoji"),
            ("See www.clinic.org/book", "words/address"),
            ("See https://clinic.org", "words/address"),
            ("Ask clinic.com, or write to a@clinic.com.", "words/address"),
        ] {
            assert_eq!(ids(text), [id], "{text}");
        }
    }

    #[test]
    fn quiet_texts_are_left_alone() {
        for text in [
            "Needling with heat (RF), PRP or IPL",
            "FDA, CDC and NHS",
            "IPL, PRP, RF, LED",
            "Wait!",
            "Eczema e.g. on the hands. Comet",
            "IMPORTANT",
            "Temperature 30 °C – ½ × 2 ✓",
            "اسألوا (RF) أولًا",
        ] {
            assert_eq!(ids(text), [""; 0], "{text}");
        }
    }
}
