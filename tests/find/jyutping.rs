//! Jyutping without tones: whole, in part, initials.

use super::{must_find, must_not_find};

#[test]
fn jyutping_is_found() {
    must_find(&[
        ("cinhoi", "qianhai-2026/overview/qianhai"),
        ("cinho", "qianhai-2026/overview/qianhai"),
        ("cin海", "qianhai-2026/overview/qianhai"),
        ("gongjan", "qianhai-2026/rules/1-7"),
        ("gongcing", "qianhai-2026/livelihood/youth-station"),
        ("hotou", "hetao-shenzhen/overview/hetao"),
        ("hipji", "ce-visits/2026-central-asia/agreements"),
        ("zungaa", "hk-fyp-regional/global/central-asia"),
        ("zungdung", "hk-fyp-regional/global/middle-east"),
        ("daaiwaankeoi", "qianhai-2026/overview/gba"),
        ("daaiwaan", "gba-platforms/leading-group/gba"),
        ("namsaa", "gba-platforms/four-platforms/nansha"),
        ("waangkam", "gba-platforms/four-platforms/hengqin"),
        ("samzan", "hetao-shenzhen/overview/shenzhen-park"),
        ("hoenggong", "qianhai-2026/industry/hku"),
        ("hoenggongdaaihok", "qianhai-2026/industry/hku"),
        ("saujyi", "qianhai-2026/rules/vets"),
        ("sauji", "qianhai-2026/rules/hk-vets"),
        ("geoitaijammou", "qianhai-2026/overview/tasks"),
        ("zauceot", "qianhai-2026/hub/go-out"),
        ("zauceotheoi", "go-global/alliance/going-out"),
        ("zauceotheo", "go-global/alliance/going-out"),
        ("ceothoi", "go-global/promotion/home-port-term"),
        ("jaujingwaa", "go-global/promotion/yau"),
        ("leigaaciu", "ce-visits/2023-middle-east/john-lee"),
        ("cangwokgei", "hetao-shenzhen/hk-park/chan-kwok-ki"),
        ("faatgoiwai", "hetao-shenzhen/overview/ndrc"),
        ("mauf", "go-global/task-force/hktdc-term"),
        ("maufaatguk", "go-global/task-force/hktdc-term"),
        ("tauzicyu", "go-global/task-force/investhk"),
        ("tauzi", "go-global/task-force/investhk"),
        ("loengzi", "guangdong-15fyp/future/quantum"),
        ("hingnang", "guangdong-15fyp/future/hydrogen"),
        ("daihung", "guangdong-15fyp/emerging/low-altitude"),
        ("jatdaaijatlou", "china-belarus/hk-role/belt-road"),
        ("ch", "qianhai-2026/overview/qianhai"),
        ("dwk", "qianhai-2026/overview/gba"),
        ("lgc", "ce-visits/2023-middle-east/john-lee"),
    ]);
    must_not_find(&[
        ("cinhoi", "ce-visits/2026-central-asia/agreements"),
        ("hipji", "qianhai-2026/overview/tasks"),
        ("inhoi", "qianhai-2026/overview/qianhai"),
        ("gongjan", "guangdong-15fyp/future/quantum"),
    ]);
}
