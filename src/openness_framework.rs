//! The classes of the Model Openness Framework, by the rule of the Linux Foundation's own tool.
//!
//! Given the parts of a model that are out, each with its licence; returns its class, and what is missing
//! for another. The rule is read from the code of the tool, github.com/lfai/model_openness_tool at commit
//! 8b5d30e (11 May 2026): `mof.settings.yml` says which part belongs to which class, `ModelEvaluator.php`
//! when a part counts and which class follows, `LicenseHandler.php` and its lists which licences are open.

use crate::dataset::{Component, ComponentKind, Components, Vocabulary};

/// A class of the framework. Each asks for all that the one before it asks for, and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpennessClass {
    /// It does not reach class III.
    Unclassified,
    /// Class III, Open Model: architecture, weights, results and documents.
    OpenModel,
    /// Class II, Open Tooling Model: also the code of training, inference and evaluation, and the data
    /// of the evaluation.
    OpenTooling,
    /// Class I, Open Science Model: also the training data and its preparation, the weights of
    /// checkpoints, and a paper.
    OpenScience,
}

impl OpennessClass {
    /// The classes that ask for something, from the one that asks for least.
    pub const RANKS: [Self; 3] = [Self::OpenModel, Self::OpenTooling, Self::OpenScience];
}

/// The classes from the most open, by the number that the framework gives them.
impl Vocabulary for OpennessClass {
    const ALL: &'static [Self] = &[
        Self::OpenScience,
        Self::OpenTooling,
        Self::OpenModel,
        Self::Unclassified,
    ];
    const WORDS: &'static [&'static str] = &["I", "II", "III", "none"];

    fn as_str(self) -> &'static str {
        match self {
            Self::OpenScience => "I",
            Self::OpenTooling => "II",
            Self::OpenModel => "III",
            Self::Unclassified => "none",
        }
    }
}

/// What class III asks for, beside a report.
const OPEN_MODEL: [ComponentKind; 5] = [
    ComponentKind::Architecture,
    ComponentKind::Weights,
    ComponentKind::EvaluationResults,
    ComponentKind::ModelCard,
    ComponentKind::DataCard,
];

/// What class II asks for beyond class III.
const OPEN_TOOLING: [ComponentKind; 4] = [
    ComponentKind::TrainingCode,
    ComponentKind::InferenceCode,
    ComponentKind::EvaluationCode,
    ComponentKind::EvaluationData,
];

/// What class I asks for beyond class II, beside a paper.
const OPEN_SCIENCE: [ComponentKind; 3] = [
    ComponentKind::Data,
    ComponentKind::PreprocessingCode,
    ComponentKind::IntermediateWeights,
];

/// The class of a model; `None` where nothing is known of its parts.
pub fn openness_class(components: &Components) -> Option<OpennessClass> {
    if components.is_empty() {
        return None;
    }
    let mut ranks = OpennessClass::RANKS.into_iter().rev();
    let best = ranks.find(|class| missing_parts(components, *class).is_empty());
    Some(best.unwrap_or(OpennessClass::Unclassified))
}

/// The parts that a model lacks for a class: they are not out, or not under an open licence.
pub fn missing_parts(components: &Components, class: OpennessClass) -> Vec<ComponentKind> {
    let mut parts = required_parts(components, class);
    parts.retain(|kind| !counts(components, *kind));
    parts
}

/// The parts that a class asks of a model: 6, 10 or 14. A paper that counts stands in for a technical
/// report that does not; class I then asks for 13.
pub fn required_parts(components: &Components, class: OpennessClass) -> Vec<ComponentKind> {
    let (report, paper) = (ComponentKind::TechnicalReport, ComponentKind::Paper);
    let paper_stands_in = !counts(components, report) && counts(components, paper);
    let mut parts = Vec::new();
    if class >= OpennessClass::OpenModel {
        parts.extend(OPEN_MODEL);
        parts.push(if paper_stands_in { paper } else { report });
    }
    if class >= OpennessClass::OpenTooling {
        parts.extend(OPEN_TOOLING);
    }
    if class >= OpennessClass::OpenScience {
        parts.extend(OPEN_SCIENCE);
        if !paper_stands_in {
            parts.push(paper);
        }
    }
    parts
}

fn counts(components: &Components, kind: ComponentKind) -> bool {
    components.get(kind).is_some_and(is_open)
}

/// Whether a part counts: it is out under an open licence. The licence need not be made for parts of its
/// kind: weights under a licence for code count too.
pub fn is_open(component: &Component) -> bool {
    component.licence.as_deref().is_some_and(is_open_licence)
}

/// Whether the tool calls a licence open: approved by the Open Source Initiative, free by the Free Software
/// Foundation, an open licence of data, or OpenMDW. It knows them by their SPDX ids, letter by letter.
pub fn is_open_licence(licence: &str) -> bool {
    let mut open = OPEN_LICENCES.split_ascii_whitespace();
    open.any(|id| id == licence)
}

/// The ids of these licences: `licenses.json`, `mof-licenses.json` and the lists in `LicenseHandler.php`.
const OPEN_LICENCES: &str = "\
    0BSD AAL AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-1.0 AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later \
    APL-1.0 APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0 Apache-1.0 Apache-1.1 Apache-2.0 Artistic-1.0 \
    Artistic-1.0-Perl Artistic-1.0-cl8 Artistic-2.0 BSD-1-Clause BSD-2-Clause BSD-2-Clause-FreeBSD \
    BSD-2-Clause-NetBSD BSD-2-Clause-Patent BSD-3-Clause BSD-3-Clause-Clear BSD-3-Clause-LBNL BSD-4-Clause \
    BSL-1.0 BitTorrent-1.1 BlueOak-1.0.0 CAL-1.0 CAL-1.0-Combined-Work-Exception CATOSL-1.1 CC-BY-1.0 \
    CC-BY-2.0 CC-BY-2.5 CC-BY-2.5-AU CC-BY-3.0 CC-BY-3.0-AT CC-BY-3.0-AU CC-BY-3.0-DE CC-BY-3.0-IGO \
    CC-BY-3.0-NL CC-BY-3.0-US CC-BY-4.0 CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.0-UK CC-BY-SA-2.1-JP \
    CC-BY-SA-2.5 CC-BY-SA-3.0 CC-BY-SA-3.0-AT CC-BY-SA-4.0 CC0-1.0 CDDL-1.0 CDLA-Permissive-1.0 \
    CDLA-Permissive-2.0 CDLA-Sharing-1.0 CECILL-2.0 CECILL-2.1 CECILL-B CECILL-C CERN-OHL-P-2.0 \
    CERN-OHL-S-2.0 CERN-OHL-W-2.0 CNRI-Python CPAL-1.0 CPL-1.0 CUA-OPL-1.0 ClArtistic Condor-1.1 ECL-1.0 \
    ECL-2.0 EFL-1.0 EFL-2.0 EPL-1.0 EPL-2.0 EUDatagrid EUPL-1.1 EUPL-1.2 Entessa FSFAP FTL Fair \
    Frameworx-1.0 GFDL-1.1 GFDL-1.1-only GFDL-1.1-or-later GFDL-1.2 GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3 \
    GFDL-1.3-only GFDL-1.3-or-later GPL-2.0 GPL-2.0+ GPL-2.0-only GPL-2.0-or-later GPL-3.0 GPL-3.0+ \
    GPL-3.0-only GPL-3.0-or-later GPL-3.0-with-GCC-exception HPND ICU IJG IPA IPL-1.0 ISC Imlib2 Intel Jam \
    LGPL-2.0 LGPL-2.0+ LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1 LGPL-2.1+ LGPL-2.1-only LGPL-2.1-or-later \
    LGPL-3.0 LGPL-3.0+ LGPL-3.0-only LGPL-3.0-or-later LPL-1.0 LPL-1.02 LPPL-1.2 LPPL-1.3a LPPL-1.3c \
    LiLiQ-P-1.1 LiLiQ-R-1.1 LiLiQ-Rplus-1.1 MIT MIT-0 MIT-Modern-Variant MPL-1.0 MPL-1.1 MPL-2.0 \
    MPL-2.0-no-copyleft-exception MS-PL MS-RL MirOS Motosoto MulanPSL-2.0 Multics NASA-1.3 NCSA NGPL NOSL \
    NPL-1.0 NPL-1.1 NPOSL-3.0 NTP Naumen Nokia Nunit OCLC-2.0 ODC-By-1.0 ODC-PDDL-1.0 ODbL-1.0 OFL-1.0 \
    OFL-1.1 OFL-1.1-RFN OFL-1.1-no-RFN OGL-Canada-2.0 OGL-UK-2.0 OGL-UK-3.0 OGTSL OLDAP-2.3 OLDAP-2.7 \
    OLDAP-2.8 OLFL-1.3 OSET-PL-2.1 OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0 OpenMDW-1.0 OpenSSL PHP-3.0 \
    PHP-3.01 PostgreSQL Python-2.0 QPL-1.0 RPL-1.1 RPL-1.5 RPSL-1.0 RSCPL Ruby SGI-B-2.0 SISSL SMLNJ SPL-1.0 \
    SimPL-2.0 Sleepycat StandardML-NJ UCL-1.0 UPL-1.0 Unicode-3.0 Unicode-DFS-2016 Unlicense VSL-1.0 Vim W3C \
    WTFPL Watcom-1.0 X11 XFree86-1.1 Xnet YPL-1.1 ZPL-2.0 ZPL-2.1 Zend-2.0 Zimbra-1.3 Zlib eCos-2.0 gnuplot \
    iMatix wxWindows xinetd";
