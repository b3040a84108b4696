//! Our own briefings: they load with nothing to complain about, and every fact that the project
//! promises is in them.

use jianbao::lang::Lang;
use jianbao::plan::Library;

/// Every problem on a line of its own.
fn report(library: &Library) -> String {
    let line = |problem: &jianbao::plan::Problem| {
        format!("{} {}\n", problem.address(), problem.reason.words(Lang::En))
    };
    library.problems.iter().map(line).collect()
}

#[test]
fn the_built_in_briefings_load_without_a_problem() {
    let library = Library::builtin();
    assert_eq!(report(&library), "");
    let ids: Vec<&str> = library.plans.iter().map(|plan| plan.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "qianhai-2026",
            "hetao-shenzhen",
            "gba-platforms",
            "hk-fyp-regional",
            "ce-visits",
            "guangdong-15fyp",
            "china-belarus",
            "go-global"
        ]
    );
}

#[test]
fn the_folder_and_what_is_compiled_in_are_the_same() {
    let folder = Library::load(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/briefings")));
    assert_eq!(report(&folder), "");
    let paths =
        |library: &Library| library.items().filter_map(|(at, _)| library.path(at)).collect::<Vec<_>>();
    assert_eq!(paths(&folder), paths(&Library::builtin()));
}
