use std::sync::LazyLock;

use fancy_regex::{Captures, Regex};

use super::super::document::Found;
use super::super::texts::{LONGEST, Text, outside};

/// A length of time in the words of a language: up to how much of it somebody can mean.
struct Unit {
    names: &'static str,
    most: u32,
}

/// Years of more than a life are not meant, whatever they count.
const OLDEST: u32 = 120;

const UNITS: [Unit; 6] = [
    Unit { names: "min(?:ute|uto)?s?|Minuten?|دقيقة|دقائق", most: 600 },
    Unit { names: "hours?|horas?|Stunden?|ساعة|ساعات", most: 168 },
    Unit { names: "days?|d[ií]as?|Tagen?|يوم|يوما|يومًا|أيام", most: 366 },
    Unit {
        names: "weeks?|semanas?|Wochen?|أسبوع|أسبوعا|أسبوعًا|أسابيع", most: 104
    },
    Unit { names: "months?|mes(?:es)?|Monaten?|شهر|شهرا|شهرًا|أشهر", most: 60 },
    Unit {
        names: "years?|años?|Jahren?|سنة|سنوات|عام|عاما|عامًا|أعوام", most: OLDEST
    },
];

/// `10 to 30 minutes`: what stands before it, the numbers and the unit.
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    let units = UNITS.map(|unit| format!("({})", unit.names)).join("|");
    let (before, number) = (r"(\b(?:from|de|von|من) )?", r"(\d+(?:[.,]\d+)?)");
    let to = r"\s*(?:to|a|bis|إلى|–|-)\s*";
    pattern(&format!(r"{before}{number}(?:{to}{number})?[\s-]*(?:{units})(?!\w)"))
});

/// `aged 22`: the number.
static AGE: LazyLock<Regex> = LazyLock::new(|| {
    let words = "age[ds]?|edad|Alter|عمر|سن|العمر|السن";
    let between = "of|over|under|from|above|below|at|than|de|desde|von|ab|من";
    pattern(&format!(r"\b(?:{words})(?: (?:{between}))* (\d+)"))
});

fn pattern(pattern: &str) -> Regex {
    let regex = fancy_regex::RegexBuilder::new(pattern).case_insensitive(true).build();
    regex.unwrap_or_else(|error| unreachable!("{pattern}: {error}"))
}

/// Says which times and ages in the texts of a quiz are out of all proportion.
pub(super) fn check(found: &mut Found<'_>) {
    for text in found.document.texts() {
        if found.is_full() {
            return;
        }
        if text.text.len() <= LONGEST && text.text.contains(|c: char| c.is_ascii_digit()) {
            times(found, text);
            age(found, text);
        }
    }
}

fn times(found: &mut Found<'_>, text: &Text) {
    let own = outside(&text.raw);
    for time in TIME.captures_iter(own.as_str()).flatten() {
        let (Some(first), second) = (number(&time, 2), number(&time, 3)) else { continue };
        let words = time.get(0).map_or("", |it| it.as_str()).trim();
        let Some(unit) = UNITS.iter().enumerate().find(|(index, _)| time.get(4 + index).is_some())
        else {
            continue;
        };
        if first.max(second.unwrap_or_default()) > f64::from(unit.1.most) {
            unusual(found, text, words, unit.1.most);
        } else if second.is_some_and(|second| second < first) && time.get(1).is_none() {
            let told = format!("says \"{words}\", with the larger number first.");
            found.warn("figure/order", &text.path, &told, "Write the smaller number first.");
        }
    }
}

fn age(found: &mut Found<'_>, text: &Text) {
    let is_label = text.key.starts_with("questions.age.") && text.field() == "label";
    let words = match AGE.captures(text.text.as_str()) {
        Ok(Some(age)) => age.get(1).map_or("", |it| it.as_str()),
        _ if is_label => digits(&text.text),
        _ => return,
    };
    let is_timed = TIME.is_match(text.text.as_str()).unwrap_or(false);
    if !is_timed && words.parse().is_ok_and(|age: f64| age > f64::from(OLDEST)) {
        unusual(found, text, words, OLDEST);
    }
}

fn digits(text: &str) -> &str {
    let from = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    &from[..from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len())]
}

fn number(time: &Captures<'_, str>, group: usize) -> Option<f64> {
    time.get(group)?.as_str().replace(',', ".").parse().ok()
}

fn unusual(found: &mut Found<'_>, text: &Text, words: &str, most: u32) {
    let told = format!("says \"{words}\"; more than {most} can hardly be meant.");
    let help = "Compare the number and its unit with the source.";
    found.warn("figure/size", &text.path, &told, help);
}
