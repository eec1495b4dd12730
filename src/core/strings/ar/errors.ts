/** المشكلات المتوقعة بحسب رمزها، وأسماء القوالب المرفقة. */
export const arErrors = {
  'error.input.invalid': 'هذا الإدخال لا يصلح: {detail}. لم يتغير شيء. صحّح الحقل المذكور وحاول مرة أخرى.',
  'error.input.too-large': '{detail}. لم يتغير شيء. قسّمه أو صغّره ثم حاول مرة أخرى.',
  'error.story.not-found': 'لا توجد مادة «{id}» في هذه المكتبة. لم يتغير شيء. تحقق من المعرّف في القائمة.',
  'error.story.ambiguous': 'أكثر من مادة تبدأ بـ«{id}». لم يتغير شيء. اكتب حروفًا أكثر من المعرّف.',
  'error.story.changed-elsewhere': 'حُفظت هذه المادة في مكان آخر منذ فتحها. النصان كلاهما آمنان. قارن بينهما واختر.',
  'error.story.frozen': 'المادة في حالة {state} لا تُحرَّر في مكانها. طبعتها المنشورة آمنة. استخدم تصويبًا أو تحديثًا.',
  'error.workflow.not-allowed': 'لا يمكن نقل المادة من {from} إلى {to}. بقيت كما كانت. المسموح به الآن: {allowed}.',
  'error.workflow.note-missing': 'اذكر السبب: {detail}. بقيت المادة كما كانت. أضف النص وحاول مرة أخرى.',
  'error.workflow.gate-closed':
    'لم يتم: {detail} بقيت المادة كما كانت. أصلح ما يذكره الفحص، أو مرّره هناك مع ذكر السبب، ثم حاول من جديد.',
  'error.workflow.not-waivable': 'لا يمكن تمرير هذا: {detail} بقيت المادة كما كانت. أصلحه في النص أو في الملاحظات.',
  'error.workflow.no-finding': 'لا يجد الفحص «{finding}» في هذه المادة. لم يتغير شيء. أعد الفحص.',
  'error.workflow.nothing-to-undo':
    'لا توجد خطوة يمكن التراجع عنها. بقيت المادة كما هي. التصحيح يُتراجع عنه بتصحيح آخر.',
  'error.workflow.exported':
    'لم يُتراجع عن هذه الخطوة: صُدّرت المادة منذ ذلك الحين، {at}. بقيت كما هي. صحّحها أو أوقف نشرها أو اسحبها بدلًا من ذلك.',
  'error.correction.not-found': '«{wrong}» غير موجود في النص المنشور. لم يتغير شيء. اكتب الكلمات كما نُشرت تمامًا.',
  'error.correction.ambiguous': '«{wrong}» موجود في {count} مواضع. لم يتغير شيء. حدّد الموضع: {places}.',
  'error.correction.nothing': 'لا شيء يُصحَّح. تبقى المادة كما هي. اكتب كلمات أخرى أو ملاحظة.',
  'error.store.damaged':
    'ملف هذه المادة تالف ({detail}). حُفظ الملف التالف في الحجر، ولم تُمس المواد الأخرى. استرجع نسخة سابقة من السجل.',
  'error.store.not-a-library': 'هذا المجلد ليس مكتبة Copydesk. لم يتغير فيه شيء. اختر مجلد مكتبة أو أنشئ مكتبة جديدة.',
  'error.store.exists': 'في هذا المجلد ملفات. لم يتغير فيه شيء. اختر مجلدًا فارغًا.',
  'error.store.newer':
    'أنشأ هذه المكتبة إصدار أحدث من Copydesk (المخطط {found} وهذا الإصدار يعرف {known}). فُتحت للقراءة فقط. حدّث Copydesk لتكتب فيها.',
  'error.store.locked':
    'المكتبة قيد الاستخدام في Copydesk آخر ({owner}). لم يتغير شيء. أغلقها هناك أو افتحها هنا للقراءة فقط.',
  'error.store.read-only': 'المكتبة مفتوحة للقراءة فقط ({detail}). لم يتغير شيء.',
  'error.store.write-failed':
    'لم يُحفظ: {detail}. النص ما زال هنا وآخر نسخة محفوظة لم تُمس. أفسح مساحة أو افحص القرص؛ يعيد Copydesk المحاولة بنفسه.',
  'error.import.not-readable': 'تعذرت قراءة هذا الملف: {detail}. لم يُستورد منه شيء. تحقق من الملف.',
  'error.import.no-story': 'هذا المدخل ليس مادة: {detail}. لم يُنشأ منه شيء.',
  'error.import.hand-over':
    'هذه مادة سلّمها ديسك آخر ({detail}). لم يُستورد منها شيء. استلمها عبر «استلم ملفات التسليم…».',
  'error.import.unknown-format': 'لا يعرف Copydesk هذا النوع من الملفات ({detail}). لم يُستورد منه شيء.',
  'error.import.encrypted':
    'هذا الملف محمي بكلمة مرور ولا يمكن قراءته. لم يُستورد منه شيء. أزل كلمة المرور في البرنامج الذي أنشأه ثم استورده مرة أخرى.',
  'error.import.old-word':
    'هذا الملف من نوع Office قديم (.doc) لا يقرؤه Copydesk. لم يُستورد منه شيء. احفظه بصيغة .docx أو .rtf ثم استورده.',
  'error.media.not-an-image':
    '«{name}» ليست صورة يستطيع Copydesk استخدامها ({detail}). لم يُضف شيء. استخدم JPEG أو PNG أو GIF أو WebP أو AVIF.',
  'error.media.clean-unsure':
    'تعذرت قراءة نسخة سابقة ({detail})، فلا يُعرف أي الصور تحتاجها. لم يُحذف شيء. افحص المكتبة وأصلحها أولًا (الأمر verify).',
  'error.media.not-found': 'الصورة {id} ليست في هذه المكتبة. المادة آمنة. أدرج الصورة مرة أخرى.',
  'error.export.withheld': 'هذه المادة في حالة {state} ولا يجوز أن تخرج. لم يُكتب شيء.',
  'error.export.embargoed': 'على هذه المادة حظر نشر حتى {at} ({tz}). لم يُكتب شيء.',
  'error.export.no-printer':
    'تعذر إنشاء ملف PDF: {detail}. المادة محفوظة، والصيغ الأخرى تُكتب. التطبيق نفسه هو الذي يصنع ملفات PDF.',
  'error.site.theme': 'في القالب خطأ في {file}، السطر {line}: {detail}. لم يُكتب شيء.',
  'error.site.no-theme': 'لا يوجد قالب «{theme}». القوالب الموجودة {known}، وقوالبك في مجلد «themes» من المكتبة.',
  'error.site.busy': 'تكتب عملية أخرى في هذا المجلد الآن: {owner}. لم يُكتب شيء.',
  'error.export.folder': 'تعذرت الكتابة في المجلد: {detail}. لم يتغير شيء في المكتبة. اختر مجلدًا آخر.',
  'error.taxonomy.not-found': 'لم يعد هذا موجودًا ({kind}). لم يتغير شيء.',
  'error.taxonomy.duplicate': 'يوجد شيء باسم «{name}» ({kind}). لم يتغير شيء. ادمج الاثنين بدلًا من ذلك.',
  'error.taxonomy.in-use': '{count} من المواد تستخدم هذا ({kind}). لم يتغير شيء. حدد أين توضع.',
  'error.settings.invalid': 'الإعداد {field} غير صالح: {detail}. بقيت القيمة القديمة.',
  'error.call.refused': 'رُفض الطلب ({detail}). لم يتغير شيء.',
  'error.job.cancelled': 'أُلغيت العملية. {detail}',
  'template.news': 'خبر',
  'template.brief': 'خبر قصير',
  'template.feature': 'تحقيق',
  'template.opinion': 'رأي',
  'template.live-notes': 'ملاحظات مباشرة',
  'template.obituary': 'نعي',
} as const;
