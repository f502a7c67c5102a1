use spreadsheet::{export, import};

use crate::given::Given;

fn told(bytes: &[u8]) -> String {
    let given = Given::new();
    import(&given.texts("es"), bytes).expect_err("a refusal").remove(0).to_string()
}

#[test]
fn nothing_at_all_is_refused() {
    let wanted = "The first row has no column \"key\". Keep the first row as it was exported, \
                  and name the language it is for.";
    assert_eq!(told(b""), wanted);
    assert_eq!(told(b"\r\n;;;;\r\n"), wanted);
}

#[test]
fn workbooks_and_what_is_no_text_are_refused() {
    let wanted = "The file is a workbook, as Excel, LibreOffice and Numbers keep them. Save the \
                  sheet as \"CSV UTF-8\", and bring that file.";
    assert_eq!(told(b"PK\x03\x04\x14\0\x06\0"), wanted);
    assert!(told(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").contains("old Excel"));
    assert!(told(b"\xff\xfek\0e\0y\0,").contains("cut in two"));
    assert!(told(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").contains("cannot be told"));
}

#[test]
fn half_of_the_texts_damaged_is_a_damaged_file() {
    let given = Given::new();
    let bases = ["What bothers you?", "Large pores", "A lot", "Acne scars", "A little"];
    let damaged = bases.iter().fold(export(&given.texts("es")), |sheet, base| {
        sheet.replacen(&format!(",{base},,"), &format!(",{base},Â¿QuÃ©?,"), 1)
    });
    let refused = import(&given.texts("es"), damaged.as_bytes()).expect_err("a damaged file");
    let told = refused[0].to_string();
    assert!(told.contains("texts are damaged. The first is row ") && refused.len() == 1, "{told}");
}
