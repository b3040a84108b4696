//! Dates in the forms that people type.

use super::{find, must_find, must_not_find, paths};

#[test]
fn dates_are_found() {
    must_find(&[
        ("2026-06", "ce-visits/2026-central-asia/visit"),
        ("2026-6", "ce-visits/2026-central-asia/visit"),
        ("2026-06-01", "ce-visits/2026-central-asia/visit"),
        ("2026/06/05", "ce-visits/2026-central-asia/visit"),
        ("2026年6月", "ce-visits/2026-central-asia/visit"),
        ("2026年6月1日", "ce-visits/2026-central-asia/contacts"),
        ("6月", "hk-fyp-regional/overview/ce-central-asia"),
        ("６月", "hk-fyp-regional/overview/ce-central-asia"),
        ("6月5日", "ce-visits/2026-central-asia/visit"),
        ("june 2026", "ce-visits/2026-central-asia/visit"),
        ("jun 2026", "ce-visits/2026-central-asia/visit"),
        ("2026 june", "ce-visits/2026-central-asia/visit"),
        ("2026年", "qianhai-2026/overview/apec-2026"),
        ("2026", "qianhai-2026/overview/issued"),
        ("今年", "china-belarus/hk-role/summit"),
        ("this year", "china-belarus/hk-role/summit"),
        ("去年", "china-belarus/hk-role/task-force-founded"),
        ("last year", "ce-visits/2025-middle-east/visit"),
        ("明年", "ce-visits/2026-central-asia/almaty-flight"),
        ("next year", "ce-visits/2026-central-asia/almaty-flight"),
        ("2027", "ce-visits/2026-central-asia/almaty-flight"),
        ("q1 2027", "ce-visits/2026-central-asia/almaty-flight"),
        ("2027 q1", "ce-visits/2026-central-asia/almaty-flight"),
        ("2027Q1", "ce-visits/2026-central-asia/almaty-flight"),
        ("2027年第一季", "ce-visits/2026-central-asia/almaty-flight"),
        ("第一季", "ce-visits/2026-central-asia/almaty-flight"),
        ("next", "ce-visits/2026-central-asia/almaty-flight"),
        ("2023-09-05", "hetao-shenzhen/overview/press-conference"),
        ("2023年9月5日", "gba-platforms/leading-group/introduced"),
        ("9月5日", "hetao-shenzhen/signing/announced"),
        ("2023-09-07", "hetao-shenzhen/signing/signing-day"),
        ("2023年9月", "hetao-shenzhen/hk-park/branch-operating"),
        ("2025年5月", "ce-visits/2025-middle-east/visit"),
        ("may 2025", "ce-visits/2025-middle-east/visa-announced"),
        ("2025-10", "china-belarus/hk-role/task-force-founded"),
        ("2026-09", "china-belarus/hk-role/summit"),
        ("2024年12月", "hetao-shenzhen/hk-park/buildings-due"),
        ("2026年上半年", "ce-visits/2026-central-asia/visit"),
    ]);
    must_not_find(&[
        ("2026-06", "ce-visits/2025-middle-east/visit"),
        ("2026-06", "qianhai-2026/overview/fyp-first-year"),
        ("q1 2027", "ce-visits/2026-central-asia/visit"),
        ("明年", "ce-visits/2026-central-asia/visit"),
        ("next", "ce-visits/2026-central-asia/visit"),
        ("9月5日", "hetao-shenzhen/signing/signing-day"),
    ]);
}

#[test]
fn what_happened_then_comes_before_what_stood_then() {
    assert_eq!(
        paths("2026-06")[..3],
        [
            "hk-fyp-regional/overview/ce-central-asia",
            "ce-visits/2026-central-asia/visit",
            "ce-visits/2026-central-asia/contacts"
        ]
    );
    assert_eq!(paths("2027年")[0], "ce-visits/2026-central-asia/almaty-flight");
    assert_eq!(find("2026-13").total, 0);
}
