//! Exports.

#[test]
fn show() {
    let l = jianbao::plan::Library::builtin();
    let s = jianbao::export::Scope::parse(&l, &std::env::var("P").unwrap()).unwrap();
    let mut o = jianbao::export::Options::new(jianbao::lang::Lang::Hant, chrono::NaiveDate::from_ymd_opt(2026,11,22).unwrap());
    o.pane = std::env::var("PANE").ok().and_then(|p| jianbao::export::Pane::from_word(&p));
    o.width = std::env::var("W").map_or(80, |w| w.parse().unwrap());
    for f in jianbao::export::Format::ALL {
      std::fs::write(format!("/tmp/exp.{}", f.extension()), jianbao::export::render(f, &l, &s, &o)).unwrap();
    }
}
