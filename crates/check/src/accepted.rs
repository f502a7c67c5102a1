use data::{Mend, Node, Path, Step, listed, mean, nearest};

use super::document::{FileKind, Found};
use super::finding::{Finding, Severity};
use super::review::Review;
use super::{Context, ProofMode, comes_with_proof, kinds};

/// The field of a file that says which warnings stay, and why.
const LIST: &str = "accepted";
/// A reason has at least so many characters.
const SHORTEST: usize = 5;

/// Whether a warning of this kind can stay with a reason. What a review settles cannot, nor what is
/// weaker than in another edition, nor what was found before the file could be read.
pub fn can_be_accepted(id: &str) -> bool {
    let group = id.split('/').next().unwrap_or_default();
    let never = ["accepted", "file", "format", "json", "placeholder", "review", "safety"];
    kinds().iter().any(|kind| kind.id == id) && !never.contains(&group) && !is_of_review(id)
}

/// Whether only a review settles a warning.
fn is_of_review(id: &str) -> bool {
    id.starts_with("review/")
        || matches!(id, "translation/not-reviewed" | "translation/review-changed")
}

/// Marks the warnings for which the file gives a reason, and says which reasons are for nothing.
pub(super) fn check(found: &mut Found<'_>, context: &Context<'_>) {
    if !matches!(found.document.what, FileKind::Quiz | FileKind::Overlay) {
        return;
    }
    let Some(Node::List(entries)) = found.node().get(LIST) else { return };
    for (index, node) in entries.iter().enumerate() {
        let (Some(warning), Some(because)) = (node.text("warning"), node.text("because")) else {
            continue;
        };
        let place = node.text("at").unwrap_or_default();
        let at = Path::new([Step::from(LIST), index.into()]);
        if because.trim().chars().count() < SHORTEST {
            let help = "Write in a sentence why it is right as it is.";
            let at = at.then([Step::from("because")]);
            found.error("accepted/because", &at, "does not say why.", help);
        } else if !can_be_accepted(warning) {
            unknown(found, &at, warning);
        } else if !accept(found, warning, place, because)
            && !node.text("by").is_some_and(|by| allow(found, context, place, (because, by)))
            && is_sure(found, context, warning)
        {
            unused(found, &at, warning, place);
        }
    }
}

/// Whether the clinician who signs can allow an error of this kind: words that the rules take for a claim
/// may be honest where they stand.
pub fn can_be_allowed(id: &str) -> bool {
    id == "claims/blocked"
}

/// Marks the errors at a place that a clinician allows, as accepted if the same has signed the file as it
/// is; whether there is one.
fn allow(
    found: &mut Found<'_>,
    context: &Context<'_>,
    place: &str,
    (because, by): (&str, &str),
) -> bool {
    let file = found.node();
    let review = match found.document.what {
        FileKind::Overlay => {
            context.quiz_of(file).and_then(|quiz| Review::of_translation(quiz.node(), file))
        }
        _ => Review::of_quiz(file),
    };
    let is_signed = review.is_some_and(|it| it.is_current && it.by.trim() == by.trim());
    let is_it = |it: &&mut Finding| {
        can_be_allowed(it.id) && it.severity == Severity::Error && it.at == place
    };
    let mut any = false;
    for finding in found.findings.iter_mut().filter(is_it) {
        any = true;
        finding.because = Some(because.trim().to_owned());
        if is_signed {
            finding.severity = Severity::Accepted;
        } else {
            finding.allowed_by = Some(by.trim().to_owned());
            finding.help = format!("It may stay once {} has signed this version.", by.trim());
        }
    }
    any
}

/// Marks the warnings of a kind at a place; whether there is one.
fn accept(found: &mut Found<'_>, warning: &str, place: &str, because: &str) -> bool {
    let mut any = false;
    for finding in &mut found.findings {
        if finding.id == warning && finding.severity == Severity::Warning && finding.at == place {
            finding.severity = Severity::Accepted;
            finding.because = Some(because.trim().to_owned());
            finding.fix = None;
            any = true;
        }
    }
    any
}

fn unknown(found: &mut Found<'_>, at: &Path, warning: &str) {
    let at = at.then([Step::from("warning")]);
    if is_of_review(warning) {
        let help = "Delete the entry, and let it be reviewed.";
        let told = format!("is \"{warning}\", which only a review settles.");
        return found.error("accepted/unknown", &at, &told, help);
    }
    if warning.starts_with("placeholder/") {
        let help = "Delete the entry, and write what is the clinic's own.";
        let told = format!("is \"{warning}\", which goes only when it is written.");
        return found.error("accepted/unknown", &at, &told, help);
    }
    let known = kinds().iter().map(|kind| kind.id).filter(|id| can_be_accepted(id));
    let meant = nearest(warning, known);
    let help = format!(
        "{}Write the name of the warning, as the check prints it in brackets: claims/doubtful.",
        mean(meant.as_deref())
    );
    let told = format!("is \"{warning}\", which is no warning that can stay.");
    let mend = meant.map(Mend::Write);
    found.say(Severity::Error, "accepted/unknown", &at, &told, &help, mend.as_ref());
}

/// Whether everything was looked at that such a warning comes from.
fn is_sure(found: &Found<'_>, context: &Context<'_>, warning: &str) -> bool {
    let has_errors = found.findings.iter().any(|it| it.severity == Severity::Error);
    let is_looked_at = match warning.split('/').next() {
        _ if comes_with_proof(warning) => context.proof == ProofMode::Run,
        Some("picture") => context.around.picture.is_some(),
        _ => true,
    };
    is_looked_at && !has_errors && !found.is_cut()
}

fn unused(found: &mut Found<'_>, at: &Path, warning: &str, place: &str) {
    let file = found.node();
    let open = found.findings.iter().filter(|it| it.id == warning);
    let open = open.filter(|it| it.severity == Severity::Warning);
    let open: Vec<&str> = open.map(|it| it.at.as_str()).filter(|at| !at.is_empty()).collect();
    let meant = nearest(place, open.iter().copied());
    let found_at = match &open[..] {
        [] => String::new(),
        open => format!("It is found at {}. ", listed(open)),
    };
    let help = format!("{}{found_at}Correct the entry, or delete it.", mean(meant.as_deref()));
    let told = format!("accepts {warning}, which is not open there.");
    let field = at.then([Step::from("at")]);
    let (at, mend) = match field.node(file) {
        Some(_) => (&field, meant.map(Mend::Write)),
        None => (at, None),
    };
    found.say(Severity::Warning, "accepted/unused", at, &told, &help, mend.as_ref());
}
