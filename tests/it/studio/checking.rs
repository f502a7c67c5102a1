//! Drafts are checked beside the page: what is asked for meanwhile waits, and what comes late counts for
//! nothing.

use std::collections::BTreeSet;

use check::{Finding, ProofMode, Review, Severity};
use studio::{CheckJob, Checks, EditMsg, FileMsg, Receiver, Sender, findings};

use super::person::{Studio, TODAY, published, site};
use crate::files;

const DOCTOR: &str = "Dr A. Example, dermatologist";

fn held() -> Studio {
    let mut studio = Studio::opened();
    studio.checks_wait = true;
    studio
}

fn finish(studio: &mut Studio) {
    while studio.finish_check() {}
}

#[test]
fn what_was_found_in_an_older_text_counts_for_nothing() {
    let mut studio = held();
    studio.write("words/title", "It cures everything.");
    assert!(!studio.open().is_checked());
    studio.write("words/title", "A quiz about skin");
    studio.finish_check();
    assert!(!studio.open().is_checked(), "that was the text before");
    assert!(studio.open().findings.iter().all(|(_, it)| it.severity != Severity::Error));
    finish(&mut studio);
    assert!(studio.open().is_proved());

    studio.write("words/title", "It cures everything.");
    studio.send(FileMsg::OpenedPublished);
    studio.send(FileMsg::ConfirmedOpening);
    finish(&mut studio);
    assert!(studio.open().is_proved());
    studio.says("ready", "Not ready, still missing");
}

#[test]
fn a_file_saved_before_it_is_checked_is_not_called_ready() {
    let mut studio = held();
    studio.write("words/title", "It cures everything.");
    studio.says("ready", "checking …");
    studio.send(FileMsg::PressedSave);
    studio.says("notice", "is in your downloads");
    studio.says("notice", "It is still being checked");
    finish(&mut studio);
    studio.says("ready", "Not ready: 1 thing to fix");
}

#[test]
fn a_fix_waits_for_the_check_and_is_applied_at_its_own_place() {
    let mut studio = Studio::opened();
    studio.write("words/purpose", "See  what it is for.");
    studio.checks_wait = true;
    let number = studio.open().findings.iter().position(|(_, it)| it.fix.is_some()).expect("a fix");
    studio.write("clinic/name", "A clinic with a longer name");
    studio.send(EditMsg::Fixed(number));
    assert_eq!(studio.value("f-words-purpose").as_deref(), Some("See  what it is for."));
    finish(&mut studio);
    let quiz = studio.open().draft.quiz();
    let words = quiz.node().get("words").and_then(|it| it.text("purpose"));
    assert_eq!(words, Some("See what it is for."));
    assert!(quiz.text().contains("A clinic with a longer name"));
}

#[test]
fn nothing_is_signed_before_it_is_proved_nor_after_an_edit() {
    let is_signed = |studio: &Studio| Review::of_quiz(studio.open().draft.quiz().node()).is_some();

    let mut studio = held();
    studio.write("words/title", "A quiz about skin");
    studio.send(EditMsg::Signed(DOCTOR.to_owned()));
    studio.says("notice", "being checked first");
    assert!(!is_signed(&studio));
    finish(&mut studio);
    assert!(is_signed(&studio));
    assert_eq!(studio.words("notice"), None);

    for words in ["It cures everything.", "Another quiz about skin"] {
        let mut studio = held();
        studio.write("words/title", "A quiz about skin");
        studio.send(EditMsg::Signed(DOCTOR.to_owned()));
        studio.write("words/title", words);
        finish(&mut studio);
        assert!(!is_signed(&studio), "nobody signed: {words}");
    }

    let mut studio = held();
    studio.write("words/title", "A quiz about skin");
    studio.send(EditMsg::Signed(DOCTOR.to_owned()));
    studio.send(EditMsg::Undid);
    assert_eq!(studio.words("notice"), None, "nothing waits any more");

    let mut studio = held();
    studio.write("words/title", "It cures everything.");
    studio.send(EditMsg::Signed(DOCTOR.to_owned()));
    finish(&mut studio);
    assert!(!is_signed(&studio));
    studio.says("notice", "There is still something to fix");
}

#[test]
fn a_report_says_what_was_found_in_the_texts_as_they_are() {
    let mut studio = held();
    studio.write("words/title", "It cures everything.");
    studio.send(FileMsg::PressedReport);
    assert!(!studio.saved.contains_key("report.html"));
    finish(&mut studio);
    assert!(studio.saved["report.html"].contains("claims too much"));
}

/// The jobs that follow from what somebody does, in order.
fn jobs() -> Vec<CheckJob> {
    let mut files = published();
    files.insert("data/other.json".to_owned(), vec![0xff, 0xfe, b'{']);
    let mut studio = Studio::of(site(files));
    studio.checks_wait = true;
    studio.send(EditMsg::AddedLanguage("fr".to_owned(), "Français".to_owned()));
    let mut all = studio.take_jobs();
    studio.write("words/title", "It cures everything.");
    all.extend(studio.take_jobs());
    studio.send(EditMsg::Undid);
    studio.send(EditMsg::Undid);
    all.extend(studio.take_jobs());
    studio.send(FileMsg::BeganNew("Peeling".to_owned()));
    all.extend(studio.take_jobs());
    all
}

#[test]
fn a_worker_finds_what_the_page_would() {
    let (mut sender, mut receiver, mut here) =
        (Sender::default(), Receiver::default(), Checks::default());
    let (mut lengths, jobs) = (Vec::new(), jobs());
    for (number, job) in jobs.iter().enumerate() {
        let message = sender.write(job);
        let there = receiver.run(&message).and_then(|text| findings(&text));
        let found = here.run(job);
        assert_eq!(found, Checks::default().run(job), "what is known of jobs before, {number}");
        assert_eq!(there, Some(found), "job {number}");
        lengths.push(message.len());
    }
    let proofs: Vec<bool> = jobs.iter().map(|job| job.proof == ProofMode::Run).collect();
    assert_eq!(proofs, [false, true].repeat(4), "each is proved after it was checked");
    assert!(lengths[1] < 1000 && lengths[3] < 1000, "nothing changed: {lengths:?}");
    assert!(lengths[2] < lengths[0] / 2 && lengths[4] < lengths[0] / 2, "one file: {lengths:?}");
}

#[test]
fn what_cannot_be_read_is_no_job() {
    let mut receiver = Receiver::default();
    for message in
        ["", "{}", r#"{"others":null,"files":[["a",null]],"is_proved":false,"today":[2026,1,1]}"#]
    {
        assert_eq!(receiver.run(message), None, "{message}");
    }
    assert_eq!(findings("[[\"a\",[{}]]]"), None);
}

#[test]
fn every_finding_is_read_as_it_was_written() {
    let mut kinds = BTreeSet::new();
    for group in files::folders("tests/problems") {
        for stem in files::stems(&group, "json") {
            let name = format!("{group}/{stem}.json");
            let file =
                check::File { name: name.clone(), bytes: Ok(files::bytes(&name)), wanted: true };
            let around =
                check::Environment { today: TODAY, picture: None, since: None, folder: false };
            for checked in check::check(&[file], &around) {
                let text = serde_json::to_string(&checked.findings).expect("JSON");
                let read: Vec<Finding> = serde_json::from_str(&text).expect("findings");
                assert_eq!(read, checked.findings, "{name}");
                kinds.extend(read.into_iter().map(|it| it.id));
            }
        }
    }
    assert!(kinds.len() > 80, "{}", kinds.len());
}
