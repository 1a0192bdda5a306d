/** 文件用语，中文：谁阅读哪一部分，略去什么及其理由，此后有何变化。 */
import type { enPapers } from './en-papers.ts'

export const zhPapers: typeof enPapers = {
  papers: {
    readersTitle: '谁收到什么',
    readerIs: {
      body: '该机构本身',
      'respondent-government': '所涉政府',
      'other-government': '其他有关政府',
      public: '公众',
      ministry: '部委或主管机关',
      courts: '法院',
    },
    receives: { all: '全部，包括附件', main: '正文，不含附件' },
    whole: '整份文件',
    annexPublic: '机构公布的部分',
    leftOut: {
      sealed: '已封存，仅供律师。',
      'not-accepted': '未予采信。',
      'never-outward': '从不写入对外文件。',
      later: '晚于本文件日期。',
      'other-person': '涉及本案另一人。',
      'child-consent': '儿童本人的同意不涵盖该收件方。',
      passes: '阅读的政府可能转告并加重危险。',
      intimate: '涉及隐私：只供该机构。',
      adverse: '对本人不利：是否公开主张由专员决定。',
      'no-place': '该机构的表格没有容纳之处。',
      'rests-only': '该机构的表格没有容纳之处；仅作为其他句子的依据。',
      'third-person': '对外文件从不写明第三人姓名。',
    },
    inAnnex: '载于附件。',
    nameOf: (role) => `姓名（${role}）`,
    changed: '其所依据的记录已变化。',
    changedFacts: (facts) => `其所依据的事实已变化：${facts.join('、')}。`,
    changedBy: {
      consent: '同意或授权已变化。',
      person: '有关人员的记录已变化。',
      custody: '羁押记录已变化。',
      account: '陈述已变化。',
      finding: '认定已变化。',
      submitter: '提交人或请求事项已变化。',
      law: '法律已变化。',
      day: '日期已推移。',
    },
    reviewersAre: (names) =>
      names.length > 0 ? `须由另一位审核人签署：${names.join('、')}。` : '本案没有其他审核人；请在案件上方让一位加入。',
    releasersAre: (names) =>
      names.length > 0
        ? `须由另一位律师或审核人放行：${names.join('、')}。`
        : '本案没有其他人可以放行；请在案件上方让一位律师或审核人加入。',
    elsewhere: {
      title: '同一事项在别处',
      asked: '是否已在其他机构或法院？',
      nobodyAsked: '尚未询问',
      none: '否，没有',
      some: '是，在下列处',
      hint: '不得重复受理同一事项的机构会在提交前提示。',
      add: '再加一项',
      body: '在何处',
      other: '其他机构',
      bodyInWords: '机构名称',
      since: '自何时起',
      sinceHint: '2026-11-24、2026-11 或 2026',
      status: '现状',
      reference: '该处编号（如已知）',
      drop: '去掉此项',
      statuses: { pending: '审理中', decided: '已决定', withdrawn: '已撤回' },
    },
    submitterOffered: '由本办公室预先填入；可按本案修改。',
    rememberSubmitter: '将组织及其联系方式留作本办公室以后案件之用（不保留个人姓名）',
  },
}
