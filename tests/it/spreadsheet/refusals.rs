use spreadsheet::import;

use crate::given::Given;

#[test]
fn a_file_of_other_letters_is_refused() {
    let given = Given::new();
    let told = import(&given.texts("es"), b"key,base text,translation\r\ntitle,\xe9,\xe9\r\n");
    let told = told.expect_err("latin-1").remove(0).to_string();
    let wanted = "The file is no UTF-8. Save it as \"CSV UTF-8\", so that every letter survives.";
    assert_eq!(told, wanted);
}

#[test]
fn nothing_at_all_is_refused() {
    let given = Given::new();
    let told = import(&given.texts("es"), b"").expect_err("empty").remove(0).to_string();
    let wanted = "The first row has no column \"key\". Keep the first row as it was exported, \
                  and name the language it is for.";
    assert_eq!(told, wanted);
}
