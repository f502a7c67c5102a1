use super::super::remark::Remark;

const FILLERS: [&str; 4] = ["lorem ipsum", "dolor sit amet", "لوريم إيبسوم", "لوريم ايبسوم"];

/// Text that only fills the room.
pub(super) fn remark(text: &str) -> Option<Remark> {
    let small = text.to_lowercase();
    let help = "Write what visitors should read there.";
    FILLERS
        .iter()
        .any(|it| small.contains(it))
        .then(|| Remark::error("words/unwritten", "is filler text (Lorem ipsum).", help))
}
