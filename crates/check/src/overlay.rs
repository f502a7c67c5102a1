mod glossary;
mod meaning;
mod numbers;
mod pair;
mod swapped;

use std::collections::{HashMap, HashSet};

use data::{Mend, Node, Path, Step, beside, mean, nearest};
use quiz::Date;

use super::day;
use super::document::{Document, Found};
use super::finding::Severity;
use super::named;
use super::quiz_file::{language, statements, wording};
use super::review::Review;
use super::tag::is_tag;
use super::texts::{Text, placeholders};
use super::translated_from::is_outdated;
use super::{Context, ProofMode, quiz_file, translated_from};
use meaning::Languages;
pub(super) use meaning::Meanings;
use pair::Pair;
use swapped::Misplaced;

/// Of so many unknown texts it is guessed which was meant.
const MOST_GUESSED: usize = 20;

/// What two translations gain that are plainly swapped.
const PLAIN: f32 = 5.0;

/// Checks a translation against its quiz.
pub(super) fn check(found: &mut Found<'_>, context: &Context<'_>) {
    let (_, problems) = beside::overlay(found.node());
    problems.iter().for_each(|problem| found.problem(problem));
    named::check(found, &[]);
    let file = found.node();
    let Some(base) = context.quiz_of(file) else {
        if context.has_unread_quiz() {
            return;
        }
        let help =
            "Write the id of the quiz that this is a translation of, and put its file beside it.";
        found.error(
            "translation/no-base",
            &Path::new([Step::from("quiz")]),
            "is the id of no quiz here.",
            help,
        );
        return;
    };
    if is_tag(language(file)) {
        listed(found, base);
    }
    words(found, context, base);
    translated_from::check(found, base);
    copied(found, context);
    reviewed(found, context, base);
    quiz_file::basics::review(found);
    context.rules.known(found, language(file));
    statements::translated(found, context, base.node());
    wording::check(found, context, language(file), base.node());
}

fn listed(found: &mut Found<'_>, base: &Document) {
    let language = language(found.node());
    let at = Path::new([Step::from("language")]);
    let stem = found.document.base_name().strip_suffix(".json").unwrap_or_default();
    if stem.contains('.') && !stem.ends_with(&format!(".{language}")) {
        let told =
            format!("is \"{language}\", but the file is called {}.", found.document.base_name());
        found.error(
            "translation/language",
            &at,
            &told,
            "Correct \"language\", or name the file after it: microneedling.es.json.",
        );
    }
    let listed = quiz_file::entries(base.node(), "languages");
    if !listed.iter().any(|(_, it)| it.text("language") == Some(language)) {
        let told = format!("is \"{language}\", which the quiz does not list.");
        let help = format!(
            "Add {{\"language\": \"{language}\", \"name\": …}} to \"languages\" in {}; visitors cannot choose it before.",
            base.base_name()
        );
        found.warn("translation/unlisted", &at, &told, &help);
    }
}

fn words(found: &mut Found<'_>, context: &Context<'_>, base: &Document) {
    let wanted = base.texts();
    let Some(Node::Object(words)) = found.node().get("words") else { return };
    let given: HashSet<&str> = words.iter().map(|(key, _)| key.as_str()).collect();
    let keys = || wanted.iter().map(|text| text.key.as_str());
    let free: Vec<&str> = keys().filter(|key| !given.contains(key)).collect();
    let of: HashMap<&str, &Text> = keys().zip(wanted).collect();
    let languages = Languages::new(language(base.node()), language(found.node()));
    let mut pairs = Vec::new();
    let mut unknown_before = 0;
    for (key, value) in words {
        if found.is_full() {
            return;
        }
        let at = Path::new(["words".into(), Step::Field(key.clone().into())]);
        match (of.get(key.as_str()), value) {
            (Some(of), Node::Text(text)) => {
                pairs.push(Pair { of, own: text });
                let is_behind =
                    is_outdated(found.node(), of) && lacks_figures_alone(wanted, of, text);
                let is_sound =
                    !is_behind && translated(found, context, base, &at, (key, &of.raw, text));
                if let Some(languages) = languages.as_ref().filter(|_| is_sound) {
                    let remarks = languages.remarks(key, &of.raw, text, context.meanings);
                    remarks.iter().for_each(|remark| found.remark(&at, remark));
                }
            }
            (Some(_), _) => {}
            (None, _) => {
                let guess = if unknown_before < MOST_GUESSED { &free[..] } else { &[] };
                unknown(found, &at, key, guess);
                unknown_before += 1;
            }
        }
    }
    if context.proof == ProofMode::Run {
        misplaced(found, base, &pairs);
    }
    if let Some(first) = free.first() {
        let told =
            format!("lack {} of {} texts; the first is \"{first}\".", free.len(), wanted.len());
        let help =
            "Translate them; until then they are shown in the quiz's language, and marked so.";
        found.warn("translation/missing", &Path::new([Step::from("words")]), &told, help);
    }
}

/// Says where a translation is none; whether nothing was said.
fn translated(
    found: &mut Found<'_>,
    context: &Context<'_>,
    base: &Document,
    at: &Path,
    (key, of, text): (&str, &str, &str),
) -> bool {
    if !same_placeholders(of, text) {
        let told = placeholder_words(of, text);
        let help = "Keep what stands in braces exactly as it is.";
        found.error("translation/placeholder", at, &told, help);
        return false;
    }
    if numbers::differ(found, context, base, at, (key, of, text)) {
        return false;
    }
    if of == text && of.split(' ').count() > 3 {
        let help = "Translate it, or delete it: what is missing is shown in the quiz's language, \
                    and marked so.";
        found.warn("translation/same", at, "is the same as in the quiz.", help);
    }
    of != text
}

/// Says which translations stand at the place of another text.
fn misplaced(found: &mut Found<'_>, base: &Document, pairs: &[Pair<'_>]) {
    for Misplaced { at, fits, is_swapped, gain } in swapped::misplaced(pairs) {
        let (here, there) = (pairs[at].of, pairs[fits].of);
        let is_safety = ["cautions", "endings"].contains(&here.section());
        let place = there.path.words(base.node());
        let severity = if is_safety && is_swapped && gain >= PLAIN {
            Severity::Error
        } else {
            Severity::Warning
        };
        let told = if is_swapped {
            format!("seems to be swapped with the translation of {place}.")
        } else {
            format!("seems to be the translation of {place}.")
        };
        let at = Path::new(["words".into(), Step::Field(here.key.clone().into())]);
        let help = "Compare both with the quiz, and put each where it belongs.";
        found.say(severity, "translation/swapped", &at, &told, help, None);
    }
}

/// Says where the words are those of another translation, copied and not translated yet.
fn copied(found: &mut Found<'_>, context: &Context<'_>) {
    let Some(Node::Object(words)) = found.node().get("words") else { return };
    let file = found.node();
    for sister in context.sisters(file) {
        let Some(Node::Object(theirs)) = sister.node().get("words") else { continue };
        let theirs: HashMap<&str, &Node> = theirs.iter().map(|(key, it)| (&**key, it)).collect();
        let same = |(key, value): &&(String, Node)| {
            let long = matches!(value, Node::Text(text) if text.split(' ').count() > 3);
            long && theirs.get(key.as_str()) == Some(&value)
        };
        let same: Vec<&(String, Node)> = words.iter().filter(same).collect();
        let Some((first, _)) = same.first() else { continue };
        let at = Path::new(["words".into(), Step::Field(first.clone().into())]);
        let told = format!(
            "is the same as in {}, and so are {} more.",
            sister.base_name(),
            same.len() - 1
        );
        let help =
            "Translate them, or delete them: what is missing is shown in the quiz's language.";
        found.warn("translation/same", &at, &told, help);
    }
}

fn unknown(found: &mut Found<'_>, at: &Path, key: &str, free: &[&str]) {
    let meant = nearest(key, free.iter().copied());
    let help =
        format!("{}Delete it, or correct it; the quiz has no such text.", mean(meant.as_deref()));
    let (told, mend) = ("belongs to no text of the quiz.", meant.map(Mend::Rename));
    found.say(Severity::Error, "translation/unknown", at, told, &help, mend.as_ref());
}

/// Whether a translation lacks nothing in braces but figures of the thing that its text belongs to. Then it may be
/// of a text that had none, and that it is out of date says enough.
fn lacks_figures_alone(wanted: &[Text], of: &Text, text: &str) -> bool {
    let Some((thing, _)) = of.key.rsplit_once('.') else { return false };
    let is_figure = |name: &str| {
        let key = format!("{thing}.figures.{name}.text");
        wanted.iter().any(|text| text.key == key)
    };
    let (base, own) = (placeholders(&of.raw), placeholders(text));
    let missing: Vec<&str> = base.iter().filter(|name| !own.contains(*name)).copied().collect();
    own.iter().all(|name| base.contains(name))
        && !missing.is_empty()
        && missing.into_iter().all(is_figure)
}

fn same_placeholders(base: &str, text: &str) -> bool {
    let sorted = |text| {
        let mut names: Vec<String> = placeholders(text).into_iter().map(str::to_owned).collect();
        names.sort();
        names
    };
    sorted(base) == sorted(text)
}

fn placeholder_words(base: &str, text: &str) -> String {
    let braced = |text| {
        let names: Vec<String> =
            placeholders(text).iter().map(|name| format!("{{{name}}}")).collect();
        if names.is_empty() { "nothing in braces".to_owned() } else { names.join(", ") }
    };
    format!("has {}, but the quiz has {} there.", braced(text), braced(base))
}

fn reviewed(found: &mut Found<'_>, context: &Context<'_>, base: &Document) {
    let at = Path::new([Step::from("reviewed")]);
    match found.node().get("reviewed") {
        Some(review @ Node::Object(_)) => {
            let at = at.then([Step::from("on")]);
            match review.text("on").and_then(Date::read) {
                None => found.error("date/form", &at, "is no day.", "Write a day as 2026-11-22."),
                Some(day) => day::future(found, &at, day, context.around.today),
            }
            covered(found, base);
        }
        _ => found.warn(
            "translation/not-reviewed",
            &Path(at.0),
            "says that no translator has reviewed it.",
            "Let one review it; write who and when: {\"by\": \"A. Example\", \"on\": \"2026-12-01\"}.",
        ),
    }
}

/// Whether the review is one of what the translation and its quiz say now.
fn covered(found: &mut Found<'_>, base: &Document) {
    let review = Review::of_translation(base.node(), found.node());
    if review.is_some_and(|review| !review.is_current) {
        found.warn(
            "translation/review-changed",
            &Path::new([Step::from("reviewed")]),
            "was given for another edition of the quiz or of its translation, so visitors read that \
             it has not been reviewed.",
            "Let a translator read what changed, and write the review again in the studio, or with \
             check sign.",
        );
    }
}
