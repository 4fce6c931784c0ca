/** A rule of archival work that the product keeps: what it asks, and what somebody it has stopped can do. */
export interface Rule {
  readonly title: string
  readonly titleEn: string
  readonly zh: string
  readonly en: string
  readonly adviceZh: string
  readonly adviceEn: string
}

/** The rules kept so far, by id; a refusal that names one links to its place in the guide. */
export const rules: Readonly<Record<string, Rule>> = {
  'S1.1': {
    title: '登记收发文',
    titleEn: 'Register what comes and goes',
    zh: '收进来和发出去的文件都要登记：收发方向、来文或收文单位、文号、题名、日期、份数、页数、附件、密级。收文号、发文号每年从 1 起，不空不重；作废的留在簿上。',
    en: 'What comes in and goes out is registered: direction, counterpart, number, title, date, copies, pages, annexes, secrecy. The numbers of a year run from 1 without gap or duplicate; what is void stays in the book.',
    adviceZh: '在“收文发文”里登记；写错了直接改，登记错了作废并写原因，号不再用。立件以后到那一件里改。',
    adviceEn:
      'Register it in the registry; mend mistakes by editing, void what should not be there, with its reason. Once made an item, describe it there.',
  },
  'S1.2': {
    title: '著录生成目录和档号',
    titleEn: 'Catalogue and codes come out of the description',
    zh: '整理、分类、著录之后编档号，目录由著录生成，不另外打字。档号不重、不空。',
    en: 'Items are described, classed and numbered, and the catalogue comes out of that. Numbers have no gap and no duplicate.',
    adviceZh: '档号里写着年度、期限、机构；编号后要改这几项，先从最后一号起撤销编号。',
    adviceEn: 'The code carries year, retention and unit; to change those, withdraw numbers first, the last one first.',
  },
  'S1.3': {
    title: '整理装订',
    titleEn: 'Arranging and binding',
    zh: '文件排好次序、编页号，装订成卷或按件保管，打印卷内目录和备考表。页号从 1 连续编到最后一页。',
    en: 'Papers are put in order, their pages numbered, bound into a volume or kept by item, with contents list and remarks sheet. Pages run from 1 to the last without a break.',
    adviceZh:
      '在“组卷装盒”里放入、取出、调整次序，页号自动重排；案卷编号以后要改，先撤销案卷号。目录、备考表、封面在“打印中心”里打印。',
    adviceEn:
      'Put papers in and take them out under Volumes and boxes; pages follow by themselves. Once a volume has its code, withdraw that before you change it. Contents, remarks and covers are printed in the print centre.',
  },
  'S1.4': {
    title: '入库上架',
    titleEn: 'Shelved by class',
    zh: '入库后按类上架：每盒、每卷只有一个位置（库房、列、节、层、格），一件档案同一时间只在一个盒里；格子放多长有数，移动都有记录。',
    en: 'What enters the repository is shelved by class: each box or volume has one place (room, row, bay, shelf, slot) and a record lies in one box at a time; lengths are counted, and moves are recorded.',
    adviceZh: '换盒先从原来的盒里取出；放不下就换一格；已在架上的用“移位”并写原因；停用库位前先移空。',
    adviceEn:
      'Take a record out of its box before putting it into another. When a slot is full, choose another; move what stands already, with a reason; clear a place before closing it.',
  },
  'S1.5': {
    title: '归档以后不再变',
    titleEn: 'What is filed stays as it is',
    zh: '归档以后，电子文件永远不变，著录只能带原因更正，旧值留在过程记录里。每一步都记着谁在什么时候做的。',
    en: 'Once filed, files never change and a description only by a correction with its reason; old values stay in the history. Every step shows who and when.',
    adviceZh: '还没归档就直接修改；已归档用“更正”。归错了也不删除，更正并说明。',
    adviceEn:
      'Before filing, edit; afterwards, correct. What was filed wrongly is not deleted but corrected and explained.',
  },
  'S2.6': {
    title: '看过的留痕',
    titleEn: 'Every look leaves a trace',
    zh: '看电子文件要留痕：谁在什么时候打开了哪一个文件。',
    en: 'A look at an electronic file leaves a trace: who opened which file when.',
    adviceZh: '查看链接十分钟后失效，回到页面再打开即可。',
    adviceEn: 'A viewing link ends after ten minutes; open the file again from its page.',
  },
  'S4.4': {
    title: '缺项不挡归档',
    titleEn: 'A gap stops no filing',
    zh: '材料不齐也先归档，缺的列成缺项，各写原因。',
    en: 'Incomplete papers are filed all the same; what lacks is listed as gaps, each with its reason.',
    adviceZh: '门类里写着应有哪些材料，缺项由系统算。列出缺项的页面还没有。',
    adviceEn:
      'A kind says which papers belong to it and the gaps are computed. The page that lists them is still to come.',
  },
  'S4.6': {
    title: '该有的材料看情况',
    titleEn: 'Which papers are needed depends',
    zh: '应有哪些材料，随这件档案填的内容而定。',
    en: 'Which papers have to be there follows from what was entered.',
    adviceZh: '例如办了抵押才要抵押协议。列出应有材料的页面还没有。',
    adviceEn:
      'A mortgage agreement is asked for only where there is a mortgage. The page that lists them is still to come.',
  },
  'S5.4': {
    title: '归档范围与最低期限',
    titleEn: 'Scope and least retention',
    zh: '哪些要归、保管多久有规定：会计、养殖、董事会材料一类有法定的最低期限，只能长、不能短。',
    en: 'What is filed and for how long is laid down: accounts, livestock and board papers have a legal minimum, which may be exceeded and never undercut.',
    adviceZh:
      '法定最低期限按门类和资料类别自动核对，短于它的不能保存；换成提示里的期限或更长的。归档范围表以外的，写明理由才能登记；范围有缺，请档案室负责人在“归档范围”里补。',
    adviceEn:
      'The legal minimum of the kind and the sort of record is checked; choose the period named or a longer one. What lies outside the table of filing scope needs a reason; where the table is wanting, the head of the archive room adds to it.',
  },
  'S5.5': {
    title: '电子文件即收即存',
    titleEn: 'Files go to the store at once',
    zh: '电子文件收到就进规定的存储，按内容摘要保存，一个字节都不少；扫描件里的字认出来供检索。存着的文件每天重读一部分，一年之内全部核对摘要。载体登记编号：磁性载体两年一查、四年一重写，光盘四年一查。',
    en: 'Electronic documents go to the designated store at once, kept by the digest of their content; the words of scans are recognised so that they can be found. A part of the store is read again every day, all of it within a year. Media are numbered and checked: magnetic ones every two years and written anew every four, optical ones every four.',
    adviceZh:
      '断线后继续传即可，会接着原来的位置。空文件和超过上限的文件不收。没读出文字的，看原因，必要时重新识别。存储有损坏的，从备份取回原文件，再点“现在检查”。到期的载体列在“载体”里，查过就登记结果。',
    adviceEn:
      'After a broken line just go on; the upload continues where it stopped. Empty and oversized files are not taken. Where text could not be read, see why, and read it again if need be. Where the store is damaged, put the original back from the backup and check again. Media that are due stand under “Media”; enter the result once checked.',
  },
  'S5.6': {
    title: '盒有标签，件按档号排',
    titleEn: 'Boxes are labelled, records lie in the order of their codes',
    zh: '每个盒、每卷都有标签：盒脊、盒面和二维码；里面的文件按档号顺序放，一盒之内档号连续。',
    en: 'Every box and volume has its label: spine, face and QR code; what lies inside lies in the order of the codes, without a break.',
    adviceZh:
      '装盒从第一个没装的档号接着装，要腾地方从盒的两端取出。扫不出来的码，先看是不是本系统打印的标签；标签坏了可以重新打印，码不变。',
    adviceEn:
      'Filling goes on at the first code that is not boxed; to make room, take out from either end. When a code is not recognised, see whether the label was printed here; a worn label is printed again with the same code.',
  },
  'S5.2': {
    title: '部门登记文件和合同',
    titleEn: 'Each department keeps its register',
    zh: '每个部门有自己的文件（合同）管理记录目录，逐件登记，各有编号，凭它找得到。',
    en: 'Each department keeps a register of its documents and contracts, each with a code and enough to find it.',
    adviceZh: '兼职档案员登记和管理本部门的；别的部门的，请内勤或档案室办理。',
    adviceEn:
      'A part-time archivist keeps the lines of the own unit; for another unit ask the office clerk or the archive room.',
  },
  'S8.1': {
    title: '门类各有著录项',
    titleEn: 'Each kind has its own fields',
    zh: '档案分门类，每个门类有自己的著录项。',
    en: 'Archives are of kinds, each with its own fields.',
    adviceZh: '按提示改正所指的著录项。缺门类或著录项时，请档案室负责人在“门类与分类”里加；著录项只能停用，不能删除。',
    adviceEn:
      'Correct the field named. Where a kind or a field is wanting, the head of the archive room adds it under Kinds and classes; a field is retired, never removed.',
  },
  'S8.2': {
    title: '兼职档案员管本部门',
    titleEn: 'A part-time archivist works for one unit',
    zh: '各部门有兼职档案员，对本部门文件的完整、真实负责，只整理本部门的。',
    en: 'Each department has a part-time archivist, answerable for its own papers and no others.',
    adviceZh: '别的部门的文件请交给那个部门的兼职档案员或档案室。',
    adviceEn: 'Leave another department’s papers to its own part-time archivist or to the archive room.',
  },
  'S13.1': {
    title: '先全宗、再分类、再编目',
    titleEn: 'First fonds, then classes, then the catalogue',
    zh: '先定全宗，再在全宗内分类，再排列、编目。',
    en: 'First the fonds, then the classes inside it, then the order and the catalogue.',
    adviceZh: '分类由门类、年度、保管期限、机构组成，登记时自动生成。全宗用哪些门类，在门类页面上选。',
    adviceEn:
      'A class is kind, year, retention and unit, and is made when its first item is registered. Which kinds a fonds uses is chosen on the page of the kind.',
  },
  'S13.2': {
    title: '整理的三种范围',
    titleEn: 'Three scopes of arranging',
    zh: '整理分三种：只排序编目、局部调整、全过程整理；按整理方案定的范围做，能用的原有整理保留。',
    en: 'Arranging is ordering and cataloguing only, partial adjustment, or the whole process; it goes as far as the plan says, and what is usable stays.',
    adviceZh: '档案室负责人在“组卷装盒”的“整理方案”里定范围；没有方案的按全过程整理。',
    adviceEn:
      'The head of the archive room decides the scope under Plan; without a plan, all of it may be arranged anew.',
  },
  'S13.3': {
    title: '按件或按卷',
    titleEn: 'By item or by volume',
    zh: '以件为单位或以卷为单位整理，由门类决定。',
    en: 'The unit of arrangement is the item or the volume; the kind decides.',
    adviceZh: '会计、人事、基建、科研、装饰工程按卷整理：先组卷，随案卷编号，案卷装盒；其余按件整理：编号后装盒。',
    adviceEn:
      'Accounts, personnel, construction, research and decoration works go by volume: bind the papers, number the volume with them, box the volume. The others go item by item: number them, then box them.',
  },
  'S13.4': {
    title: '机构变动另立全宗',
    titleEn: 'A new organisation, a new fonds',
    zh: '机构变动时旧全宗封闭，新全宗另立；已归档的不重新编号。',
    en: 'When an organisation changes, the old fonds is closed and a new one begins; what is filed keeps its number.',
    adviceZh: '封闭的全宗不能再收，请登记到新的全宗。',
    adviceEn: 'A closed fonds takes nothing more; register in the new one.',
  },
  'S14.1': {
    title: '放到哪里由系统告诉',
    titleEn: 'The system tells the place',
    zh: '归一份文件：核对合不合要求，按属性和内容定位置，写入目录，放到位。放到哪里由系统告诉。',
    en: 'Filing one thing: verify it, find its place by attribute and content, add it to the catalogue, put it in its place. The system tells the place.',
    adviceZh:
      '四性检测不通过的，按报告改好，重新检测再归档。上架时扫盒上的码，系统会建议同类旁边的空位，也可以自己选。',
    adviceEn:
      'What did not pass the check is put right as the report says, checked again, then filed. To shelve a box, scan it: a free place beside its own class is proposed; another may be chosen.',
  },
  'S14.2': {
    title: '归档前写全',
    titleEn: 'Complete before filing',
    zh: '份数、页数要齐；归档前责任者、日期、页数必须写全。',
    en: 'Copies and pages are complete; creator, date and pages are needed before filing.',
    adviceZh: '补全提示里缺的项再归档；没有日期的文件写推断的日期，并在备注里说明依据。',
    adviceEn: 'Add what is named and file again; for an undated paper give the inferred date and say why in the note.',
  },
  'S14.3': {
    title: '该在一起的不拆散',
    titleEn: 'What belongs together stays together',
    zh: '正本与附件、印件与定稿、转发件与被转发件、请示与批复、同一文件的各种文本放在一起，不拆开。',
    en: 'An original and its annexes, the printed copy and the final draft, what forwards and what is forwarded, request and reply, and one document in several languages are kept together.',
    adviceZh: '把提示的几件一起办理；确实不相干的，先解除它们的联系。',
    adviceEn: 'Process the papers named together; if they do not belong together after all, undo their tie first.',
  },
  'S14.4': {
    title: '最高密级单独立卷',
    titleEn: 'What is most secret has a volume of its own',
    zh: '核心商密文件单独立卷；与它密切相关的少量普通文件可以放在一起，要写明原因。案卷的密级取卷内最高的。',
    en: 'What is most secret has a volume of its own; a few ordinary papers closely tied to it may follow, with the reason. The secrecy of a volume is the highest in it.',
    adviceZh: '把普通文件取出另立一卷，或在案卷上写明同卷原因。',
    adviceEn: 'Bind the ordinary papers elsewhere, or write down why they belong together.',
  },
  'S14.5': {
    title: '年度按规则定',
    titleEn: 'The year follows a rule',
    zh: '跨年度的文件按规则定年度：复文用复文年度，计划用开始年度，总结用最后年度，会议用开幕年度；按件整理时一般用成文日期的年度。',
    en: 'A document over several years has its year by rule: a reply its own, a plan its first, a summary its last, a meeting the year it opened; item by item, as a rule the year it was signed.',
    adviceZh: '系统会提出年度并说明依据，可以改。',
    adviceEn: 'The year is proposed with its reason and may be changed.',
  },
  'S17.1': {
    title: '房地产档案七类',
    titleEn: 'Seven kinds of a real-estate company',
    zh: '房地产公司的档案分法规性、重大决议、计划性、总结性、批示性、凭证性、证件性七类；证件写明证号、发证机关、发证和到期日期。',
    en: 'A real-estate company has regulations, major resolutions, plans, summaries, instructions, vouchers and certificates; a certificate bears its number, issuer, and the dates of issue and expiry.',
    adviceZh: '登记时选相应的门类。填了到期日期的，到期前六十天起在工作台提醒；长期有效的不填。',
    adviceEn:
      'Choose the kind when registering. From sixty days before its date of expiry the workbench reminds of it; leave the date empty where there is none.',
  },
  'S17.4': {
    title: '没有授权就看不到',
    titleEn: 'Nothing is seen without a grant',
    zh: '能看什么由密级、门类、部门、状态共同决定，没有授权就看不到。系统管理员、安全保密员、安全审计员三员分立。',
    en: 'What one may see follows from secrecy, kind, department and state, and is nothing without a grant. The three administrators are kept apart.',
    adviceZh: '需要时请安全保密员授岗位或调整知悉范围；不能自己给自己授权。',
    adviceEn: 'Ask the security officer for a post or a clearance; nobody grants rights to themselves.',
  },
  'S17.5': {
    title: '到期才鉴定',
    titleEn: 'Appraised when its term ends',
    zh: '保管期限从归档年度的次年一月一日起算，到期以后经鉴定才能续存、销毁或移交。',
    en: 'A retention runs from 1 January after the year; when it ends, appraisal decides whether to extend, destroy or hand over.',
    adviceZh: '件的页面上写着保管到哪一天。鉴定和销毁还没有做，到期的档案一直留着。',
    adviceEn:
      'The page of an item says until when it is kept. Appraisal and destruction are still to come; nothing is removed at the end of its term.',
  },
}
