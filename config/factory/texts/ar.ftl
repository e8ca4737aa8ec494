### Interface: words that stand on every kiosk

ui-language-name = العربية
    .spoken = العَرَبية
ui-language = اللغة
    .spoken = اللُغَه. أَنتَ تَسمَعُ الآنَ العَرَبية.
ui-language-title = أي لغة تريد؟
    .spoken = أَيْيَ لُغَةٍ تُرِيد؟
ui-sound = الصوت
    .spoken = الصَوت
ui-silent = صامت
    .spoken = الصَوتُ مُغلَق
ui-larger = أكبر
    .spoken = حُرُوفٌ أَكبَر
ui-smaller = أصغر
    .spoken = حُرُوفٌ أَصغَر
ui-back = رجوع
ui-repeat = إعادة
    .spoken = اِسمَع مَرَّةً أُخرَى
ui-pause = وقفة
    .spoken = وَقفَةٌ قَصِيرَه
ui-resume = أكمل
    .spoken = أَكمِلِ الاِستِمَاع
ui-help = مساعدة
    .spoken = مُسَاعَدَه
ui-stop = إنهاء
ui-chosen = تم اختياره
    .spoken = تَمَّ اِختِيَارُه
ui-not-now = هذا غير ممكن الآن
    .spoken = هَذَا غَيرُ مُمكِنٍ الآن

ui-start-title = ماذا تريد أن تفعل؟
    .spoken = مَاذَا تُرِيدُ أَن تَفعَل؟
    .help = المس صورة. أو استمع ثم اختر.
    .help-spoken = إِلمُس صُورَه. أَو اِستَمِع ثُمَّ اِختَر.
ui-news = أخبار
    .spoken = أَخبَار
ui-closed-title = هذا الجهاز لا يعمل الآن
    .spoken = هَذَا الجِهَازُ لا يَعمَلُ الآن
ui-closed = نحن نعمل على ذلك. يمكنك أن تتصل بنا.
    .spoken = نَحنُ نَعمَلُ عَلَى ذَلِك. يُمكِنُكَ أَن تَتَّصِلَ بِنَا.
ui-closed-call = اتصل على { $phone }
    .spoken = اِتَّصِل عَلَى { $phone }
ui-next = التالي
ui-skip = تخطي
    .spoken = تَخَطِّي
ui-more = المزيد
    .spoken = خِيَارَاتٌ أُخرَى
ui-change = تغيير
    .spoken = تَغْيِير
ui-check-title = هل هذا صحيح؟
    .spoken = هَل هَذَا صَحِيح؟
    .help = لن يصلنا شيء قبل أن تضغط على الزر.
    .help-spoken = لَن يَصِلَنَا شَيءٌ قَبلَ أَن تَضغَطَ عَلَى الزِر.
ui-skipped = لا شيء
    .spoken = لا شَيء
ui-filled-in = تمت كتابته
    .spoken = تَمَّت كِتَابَتُه
ui-done = انتهيت
    .spoken = اِنتَهَيت
ui-close = متابعة
    .spoken = مُتَابَعَه
ui-hear = استمع
    .spoken = اِسمَع مَا كَتَبت
ui-hear-code = استمع
    .spoken = اِسمَع رَقمَكَ مَرَّةً أُخرَى

ui-hint-postcode = 1234 AB
    .spoken = مَثَلًا: 1 2 3 4، آه بِي
ui-hint-house-number = 12
    .spoken = مَثَلًا: 12
ui-hint-phone = 06 12 34 56 78
    .spoken = اُكتُب رَقمَ هَاتِفِكْ.
ui-hint-email = naam@voorbeeld.nl
    .spoken = مَثَلًا: الاِسم، ثُمَّ عَلامَتُ آت، ثُمَّ اِسمُ المَوقِع
ui-hint-name = اسمك
    .spoken = اِسمُكْ
ui-hint-street = شارعك
    .spoken = شَارِعُكْ
ui-hint-words = اكتب هنا
    .spoken = اُكتُب هُنَا
ui-hint-code = 0000 0000 0000
    .spoken = عَلَى الإِيصَالِ 12 رَقمًا.
ui-hint-digits = 0

ui-key-erase = مسح
ui-key-space = مسافة
    .spoken = مَسَافَه
ui-key-letters = ABC
    .spoken = الحُرُوف
ui-key-digits = 123
    .spoken = الأَرقَام
ui-key-dot = نقطة
    .spoken = نُقطَه
ui-key-comma = فاصلة
    .spoken = فَاصِلَه
ui-key-question = علامة سؤال
    .spoken = عَلامَتُ سُؤَال
ui-key-exclamation = علامة تعجب
    .spoken = عَلامَتُ تَعَجُّب
ui-key-at = علامة آت
    .spoken = عَلامَتُ آت
ui-key-dash = شرطة
    .spoken = شَرطَه
ui-key-underscore = خط سفلي
    .spoken = خَطٌّ سُفلِي
ui-key-apostrophe = فارزة عليا
    .spoken = فَارِزَةٌ عُلْيَا
ui-key-plus = زائد
ui-hidden-digit = رقم
ui-hidden-letter = حرف

ui-wrong-postcode = لا يوجد رمز بريدي كهذا. اكتب 4 أرقام وحرفين.
    .spoken = لا يُوجَدُ رَمزٌ بَرِيدِيٌّ كَهَذَا. اُكتُب 4 أَرقَامٍ وَحَرفَين.
ui-wrong-house-number = اكتب رقم البيت. مثلا 12 أو 12 B.
    .spoken = اُكتُب رَقمَ البَيت. مَثَلًا 12، أَو 12 بِي.
ui-wrong-street = اكتب اسم الشارع.
    .spoken = اُكتُبِ اِسمَ الشَارِع.
ui-wrong-phone = هذا الرقم غير صحيح. رقم الهاتف فيه 10 أرقام.
    .spoken = هَذَا الرَقمُ غَيرُ صَحِيح. رَقمُ الهَاتِفِ فِيهِ 10 أَرقَام.
ui-wrong-email = هذا العنوان غير صحيح. يجب أن تكون فيه علامة @.
    .spoken = هَذَا العُنْوَانُ غَيرُ صَحِيح. يَجِبُ أَن تَكُونَ فِيهِ عَلامَتُ آت.
ui-wrong-name = اكتب اسمك بالحروف.
    .spoken = اُكتُبِ اِسمَكَ بالحُرُوف.
ui-wrong-words = اكتب بضع كلمات.
    .spoken = اُكتُب بِضعَ كَلِمَات.
ui-wrong-code = هذا الرقم غير صحيح. انظر إلى الإيصال مرة أخرى.
    .spoken = هَذَا الرَقمُ غَيرُ صَحِيح. اُنظُر إِلَى الإِيصَالِ مَرَّةً أُخرَى.
ui-wrong-digits = اكتب رقما.
    .spoken = اُكتُب رَقمًا.
ui-wrong-scan = لم نستطع قراءة الإيصال. اكتب الرقم.
    .spoken = لَم نَستَطِع قِرَاءَتَ الإِيصَال. اُكتُبِ الرَقم.
ui-empty-postcode = اكتب الرمز البريدي أولا.
    .spoken = اُكتُبِ الرَمزَ البَرِيدِيْيَ أَوْوَلًا.
ui-empty-house-number = اكتب رقم البيت أولا.
    .spoken = اُكتُب رَقمَ البَيتِ أَوْوَلًا.
ui-empty-street = اكتب الشارع أولا.
    .spoken = اُكتُبِ الشَارِعَ أَوْوَلًا.
ui-empty-phone = اكتب رقم هاتفك أولا.
    .spoken = اُكتُب رَقمَ هَاتِفِكَ أَوْوَلًا.
ui-empty-email = اكتب بريدك الإلكتروني أولا.
    .spoken = اُكتُب بَرِيدَكَ الإِلِكتُرُونِيْيَ أَوْوَلًا.
ui-empty-name = اكتب اسمك أولا.
    .spoken = اُكتُبِ اِسمَكَ أَوْوَلًا.
ui-empty-words = اكتب بضع كلمات أولا.
    .spoken = اُكتُب بِضعَ كَلِمَاتٍ أَوْوَلًا.
ui-empty-code = اكتب رقم الإيصال أولا.
    .spoken = اُكتُب رَقمَ الإِيصَالِ أَوْوَلًا.
ui-empty-digits = اكتب رقما أولا.
    .spoken = اُكتُب رَقمًا أَوْوَلًا.
ui-unknown-code = لا نعرف هذا الرقم بعد. هل هو من اليوم؟ حاول في وقت آخر.
    .spoken = لا نَعرِفُ هَذَا الرَقمَ بَعد. هَل هُوَ مِنَ الْيَوم؟ حَاوِل فِي وَقتٍ آخَر.
ui-no-network = لا نستطيع أن نسأل الآن. حاول بعد قليل.
    .spoken = لا نَستَطِيعُ أَن نَسأَلَ الآن. حَاوِل بَعدَ قَلِيل.
ui-save-disk-full = لم ينجح الحفظ. إجاباتك ما زالت هنا. حاول مرة أخرى.
    .spoken = لَم يَنجَحِ الحِفظ. إِجَابَاتُكَ مَا زَالَت هُنَا. حَاوِل مَرَّةً أُخرَى.
ui-save-disk-fault = لم ينجح الحفظ. إجاباتك ما زالت هنا. حاول مرة أخرى.
    .spoken = لَم يَنجَحِ الحِفظ. إِجَابَاتُكَ مَا زَالَت هُنَا. حَاوِل مَرَّةً أُخرَى.
ui-save-not-enrolled = هذا الجهاز لا يرسل شيئا بعد. اسأل أحد الموظفين هنا.
    .spoken = هَذَا الجِهَازُ لا يُرسِلُ شَيئًا بَعد. اِسأَل أَحَدَ المُوَظَّفِينَ هُنَا.

ui-saving = لحظة من فضلك. نحفظ ما كتبت.
    .spoken = لَحظَةً مِن فَضلِكْ. نَحفَظُ مَا كَتَبت.
ui-looking = لحظة من فضلك. نبحث عنه.
    .spoken = لَحظَةً مِن فَضلِكْ. نَبحَثُ عَنه.
ui-your-code = رقمك
    .spoken = رَقمُكْ
ui-qr = هل معك هاتف؟ وجه كاميرته إلى هذا المربع لتتابع طلبك.
    .spoken = هَل مَعَكَ هَاتِف؟ وَجِّه كَامِيرَتَهُ إِلَى هَذَا المُرَبَّعِ لِتُتَابِعَ طَلَبَكْ.
ui-paper-printing = إيصالك سيخرج الآن.
    .spoken = إِيصَالُكَ سَيَخرُجُ الآن.
ui-paper-printed = خذ الإيصال. احتفظ به.
    .spoken = خُذِ الإِيصَال. اِحتَفِظ بِه.
ui-paper-none = اكتب رقمك على ورقة. أو صوره بهاتفك.
    .spoken = اُكتُب رَقمَكَ عَلَى وَرَقَه. أَو صَوْوِرهُ بِهَاتِفِكْ.
ui-paper-no-paper = انتهى الورق. اكتب رقمك أو صوره بهاتفك.
    .spoken = اِنتَهَى الْوَرَق. اُكتُب رَقمَكَ أَو صَوْوِرهُ بِهَاتِفِكْ.
ui-paper-cover-open = الطابعة مفتوحة. اكتب رقمك أو صوره بهاتفك.
    .spoken = الطَّابِعَتُ مَفتُوحَه. اُكتُب رَقمَكَ أَو صَوْوِرهُ بِهَاتِفِكْ.
ui-paper-offline = الطابعة مطفأة. اكتب رقمك أو صوره بهاتفك.
    .spoken = الطَّابِعَتُ مُطفَأَه. اُكتُب رَقمَكَ أَو صَوْوِرهُ بِهَاتِفِكْ.
ui-paper-lost = الطابعة لا تعمل. اكتب رقمك أو صوره بهاتفك.
    .spoken = الطَّابِعَتُ لا تَعمَل. اُكتُب رَقمَكَ أَو صَوْوِرهُ بِهَاتِفِكْ.
ui-paper-fault = لم تنجح الطباعة. اكتب رقمك أو صوره بهاتفك.
    .spoken = لَم تَنجَحِ الطِّبَاعَه. اُكتُب رَقمَكَ أَو صَوْوِرهُ بِهَاتِفِكْ.
ui-leaflet-title = خذ الورقة معك
    .spoken = خُذِ الْوَرَقَتَ مَعَكْ
ui-leaflet-none = لا يوجد ورق
    .spoken = لا يُوجَدُ وَرَق
ui-leaflet-printing = ورقتك ستخرج الآن.
    .spoken = وَرَقَتُكَ سَتَخرُجُ الآن.
ui-leaflet-printed = خذ ورقتك. كل شيء مكتوب فيها.
    .spoken = خُذ وَرَقَتَكْ. كُلُّ شَيءٍ مَكتُوبٌ فِيهَا.
ui-leaflet-failed = لا نستطيع الطباعة الآن. اتصل بنا وسنخبرك: { $phone }.
    .spoken = لا نَستَطِيعُ الطِّبَاعَتَ الآن. اِتَّصِل بِنَا وَسَنُخبِرُكْ: { $phone }.

ui-status-title = أين وصل بلاغك
    .spoken = أَينَ وَصَلَ بَلاغُكْ
ui-status-received = استلمناه
    .spoken = اِستَلَمنَاه
ui-status-in-progress = نعمل عليه
    .spoken = نَعمَلُ عَلَيه
ui-status-planned = حددنا الموعد
    .spoken = حَدَّدنَا المَوعِد
ui-status-planned-day = الموعد يوم { $day }
    .spoken = المَوعِدُ يَومَ { $day }
ui-status-done = انتهى
    .spoken = اِنتَهَى
ui-status-cannot = غير ممكن
    .spoken = غَيرُ مُمكِن
ui-status-forwarded = عند جهة أخرى
    .spoken = عِندَ جِهَةٍ أُخرَى
ui-status-organisation = هو الآن عند
    .spoken = هُوَ الآنَ عِند
ui-status-day = استلمناه يوم { $day }.
    .spoken = اِستَلَمنَاهُ يَومَ { $day }.
ui-which-day = من أي يوم إيصالك؟
    .spoken = مِن أَيْيِ يَومٍ إِيصَالُكْ؟
    .help = اختر اليوم المكتوب على الإيصال.
    .help-spoken = اِختَرِ الْيَومَ المَكتُوبَ عَلَى الإِيصَال.
ui-solved-title = هل تم حل المشكلة فعلا؟
    .spoken = هَل تَمَّ حَلُّ المُشكِلَتِ فِعلًا؟
ui-solved-yes = نعم، تم حلها
    .spoken = نَعَم، تَمَّ حَلُّهَا
ui-solved-no = لا، لم يتم حلها
    .spoken = لا، لَم يَتِمَّ حَلُّهَا
ui-solved-thanks = يسعدنا أن المشكلة انتهت.
    .spoken = يُسعِدُنَا أَنَّ المُشكِلَتَ اِنتَهَت.
ui-not-solved = لم يتم حل المشكلة.
    .spoken = لَم يَتِمَّ حَلُّ المُشكِلَه.
ui-not-solved-send = أخبر البلدية بهذا
    .spoken = أَخبِرِ البَلَدِيَّتَ بِهَذَا
ui-telling = لحظة من فضلك. نخبر البلدية.
    .spoken = لَحظَةً مِن فَضلِكْ. نُخبِرُ البَلَدِيَّه.
ui-thank-you = شكرا لك
    .spoken = شُكرًا لَكْ
ui-told = سننظر في المشكلة من جديد.
    .spoken = سَنَنظُرُ فِي المُشكِلَتِ مِن جَدِيد.
ui-not-told-title = لم ينجح الأمر
    .spoken = لَم يَنجَحِ الأَمر
ui-not-told-call = اتصل على { $phone }
    .spoken = اِتَّصِل عَلَى { $phone }
ui-not-told = عندها سننظر في المشكلة من جديد.
    .spoken = عِندَهَا سَنَنظُرُ فِي المُشكِلَتِ مِن جَدِيد.

ui-sound-title = الصوت
    .spoken = الصَوت
ui-sound-level = قوة الصوت: { $volume } من 7. السرعة: { $rate } من 7.
    .spoken = قُوْوَتُ الصَوت: { $volume } مِن 7. السُرعَه: { $rate } مِن 7.
ui-louder = أعلى
    .spoken = صَوتٌ أَعلَى
ui-softer = أخفض
    .spoken = صَوتٌ أَخفَض
ui-faster = أسرع
    .spoken = كَلامٌ أَسرَع
ui-slower = أبطأ
    .spoken = كَلامٌ أَبطَأ
ui-speech-on = تشغيل الصوت
    .spoken = تَشغِيلُ الصَوت
ui-speech-off = إغلاق الصوت
    .spoken = إِغلاقُ الصَوت
ui-now-louder = صوتي الآن بهذا الارتفاع.
    .spoken = صَوتِي الآنَ بِهَذَا الاِرتِفَاع.
ui-now-softer = صوتي الآن بهذا الهدوء.
    .spoken = صَوتِي الآنَ بِهَذَا الهُدُوء.
ui-now-faster = كلامي الآن سريع هكذا.
    .spoken = كَلامِي الآنَ سَرِيعٌ هَكَذَا.
ui-now-slower = كلامي الآن بطيء هكذا.
    .spoken = كَلامِي الآنَ بَطِيءٌ هَكَذَا.

ui-help-title = كيف يعمل الجهاز
    .spoken = كَيفَ يَعمَلُ الجِهَاز
ui-help-1 = المس الصورة التي تريدها. نسألك سؤالا واحدا كل مرة.
    .spoken = إِلمُسِ الصُورَتَ الَّتِي تُرِيدُهَا. نَسأَلُكَ سُؤَالًا وَاحِدًا كُلَّ مَرَّه.
ui-help-2 = يمكنك سماع كل شيء. اضغط على إعادة. من زر الصوت تجعله أعلى أو أخفض.
    .spoken = يُمكِنُكَ سَمَاعُ كُلِّ شَيء. اِضغَط عَلَى إِعَادَه. مِن زِرِّ الصَوتِ تَجعَلُهُ أَعلَى أَو أَخفَض.
ui-help-3 = في النهاية تأخذ إيصالا. هل هناك صعوبة؟ اتصل على { $phone }.
    .spoken = فِي النِهَايَتِ تَأخُذُ إِيصَالًا. هَل هُنَاكَ صُعُوبَه؟ اِتَّصِل عَلَى { $phone }.

ui-stop-title = هل تريد الإنهاء؟
    .spoken = هَل تُرِيدُ الإِنهَاء؟
    .help = سنحذف إجاباتك.
    .help-spoken = سَنَحذِفُ إِجَابَاتِكْ.
ui-stop-yes = نعم، أريد الإنهاء
    .spoken = نَعَم، أُرِيدُ الإِنهَاء
ui-stop-no = لا، أريد المتابعة
    .spoken = لا، أُرِيدُ المُتَابَعَه
ui-still-title = هل ما زلت هنا؟
    .spoken = هَل مَا زِلتَ هُنَا؟
ui-still-help = بقي { $seconds } { $seconds ->
        [few] ثوان
       *[other] ثانية
    }. ثم يبدأ الجهاز من جديد.
    .spoken = بَقِيَ { $seconds } { $seconds ->
        [few] ثَوَانِي
       *[other] ثَانِيَه
    }. ثُمَّ يَبدَأُ الجِهَازُ مِن جَدِيد.
ui-still-yes = نعم، ما زلت هنا
    .spoken = نَعَم، مَا زِلتُ هُنَا
ui-still-no = أريد الإنهاء
    .spoken = أُرِيدُ الإِنهَاء

ui-receipt-title = إيصالك
    .spoken = إِيصَالُكْ
ui-receipt-follow = وجه كاميرا هاتفك إلى هذا المربع لتتابع طلبك. أو اكتب الرقم على الجهاز.
    .spoken = وَجِّه كَامِيرَا هَاتِفِكَ إِلَى هَذَا المُرَبَّعِ لِتُتَابِعَ طَلَبَكْ. أَوِ اُكتُبِ الرَقمَ عَلَى الجِهَاز.
ui-receipt-phone = أسئلة؟ اتصل على { $phone }
    .spoken = أَسئِلَه؟ اِتَّصِل عَلَى { $phone }
ui-receipt-dutch = مكتوب هنا بالهولندية أيضا، لمن يساعدك.
    .spoken = مَكتُوبٌ هُنَا بالهُولَندِيْيَتِ أَيضًا، لِمَن يُسَاعِدُكْ.
ui-test-print = إيصال تجربة
    .spoken = إِيصَالُ تَجرِبَة
ui-test-print-text = هذه تجربة. هل تقرأ هذا بوضوح؟ إذن الطابعة تعمل جيدا.
    .spoken = هَذِهِ تَجرِبَة. هَل تَقرَأُ هَذَا بِوُضُوح؟ إِذَن الطَّابِعَةُ تَعمَلُ جَيِّدًا.

### Hearing, seeing and pressing in another way

ui-read-on = متابعة القراءة
    .spoken = مُتَابَعَتُ القِرَاءَه
ui-now-size-0 = الحروف الآن عادية.
    .spoken = الحُرُوفُ الآنَ عَادية.
ui-now-size-1 = الحروف الآن أكبر.
    .spoken = الحُرُوفُ الآنَ أَكبَر.
ui-now-size-2 = الحروف الآن أكبر من قبل.
    .spoken = الحُرُوفُ الآنَ أَكبَرُ مِن قَبل.
ui-now-size-3 = الحروف الآن في أكبر حجم.
    .spoken = الحُرُوفُ الآنَ فِي أَكبَرِ حَجم.
ui-sight = الرؤية
    .spoken = هُدُوءُ الشَاشَتِ وَأَلْوَانُهَا
ui-sight-title = ماذا ترى بوضوح أكثر؟
    .spoken = مَاذَا تَرَى بِوُضُوحٍ أَكثَر؟
ui-theme-normal = عادي
    .spoken = عَادِي
    .note = ألوان دافئة
    .note-spoken = أَلْوَانٌ دَافِئَه
ui-theme-contrast-light = أسود على أبيض
    .spoken = أَسْوَدُ عَلَى أَبْيَض
    .note = واضح جدا
    .note-spoken = وَاضِحٌ جِدًّا
ui-theme-contrast-dark = أبيض على أسود
    .spoken = أَبْيَضُ عَلَى أَسْوَد
    .note = واضح جدا
    .note-spoken = وَاضِحٌ جِدًّا
ui-theme-low-glare = ضوء هادئ
    .spoken = ضَوءٌ هَادِئ
    .note = مريح للعينين
    .note-spoken = مُرِيحٌ لِلعَينَين
ui-motion-off = حركة أقل
    .spoken = حَرَكَةٌ أَقَلّ
ui-low = كل شيء إلى أسفل
    .spoken = كُلُّ شَيءٍ إِلَى أَسفَل
ui-blank = إطفاء الشاشة
    .spoken = إِطفَاءُ الشَاشَه
    .note = ستسمع كل شيء
    .note-spoken = سَتَسمَعُ كُلَّ شَيء
ui-unblank = تشغيل الشاشة
    .spoken = تَشغِيلُ الشَاشَه
ui-explore-tap = السماع أولا
    .spoken = السَمَاعُ أَوْوَلًا
    .note = تختار بلمسة ثانية
    .note-spoken = تَختَارُ بِلَمسَةٍ ثَانِيَه
ui-scan-faster = تنقل أسرع
    .spoken = اِنتِقَالٌ أَسرَعُ بَينَ الخِيَارَات
ui-scan-slower = تنقل أبطأ
    .spoken = اِنتِقَالٌ أَبطَأُ بَينَ الخِيَارَات
ui-now-contrast = الألوان الآن مختلفة.
    .spoken = الأَلْوَانُ الآنَ مُختَلِفَه.
ui-now-motion-off = حركة الشاشة الآن أقل.
    .spoken = حَرَكَتُ الشَاشَتِ الآنَ أَقَلّ.
ui-now-motion-on = حركة الشاشة الآن أكثر.
    .spoken = حَرَكَتُ الشَاشَتِ الآنَ أَكثَر.
ui-now-low = كل شيء الآن في الأسفل.
    .spoken = كُلُّ شَيءٍ الآنَ فِي الأَسفَل.
ui-now-high = كل شيء الآن في الأعلى.
    .spoken = كُلُّ شَيءٍ الآنَ فِي الأَعلَى.
ui-now-blank = الشاشة مطفأة. المسها لتعمل من جديد.
    .spoken = الشَاشَتُ مُطفَأَه. إِلمُسهَا لِتَعمَلَ مِن جَدِيد.
ui-now-unblank = الشاشة تعمل من جديد.
    .spoken = الشَاشَتُ تَعمَلُ مِن جَدِيد.
ui-now-explore-tap = المس مرة لتسمع. المس مرة أخرى لتختار.
    .spoken = إِلمُس مَرَّةً لِتَسمَع. إِلمُس مَرَّةً أُخرَى لِتَختَار.
ui-now-explore-lift = المس مرة واحدة لتختار.
    .spoken = إِلمُس مَرَّةً وَاحِدَةً لِتَختَار.
ui-now-scan-faster = سأنتقل بين الخيارات بهذه السرعة.
    .spoken = سَأَنتَقِلُ بَينَ الخِيَارَاتِ بِهَذِهِ السُرعَه.
ui-now-scan-slower = سأنتقل بين الخيارات بهذا البطء.
    .spoken = سَأَنتَقِلُ بَينَ الخِيَارَاتِ بِهَذَا البُطء.
ui-now-speech-off = الصوت مغلق الآن.
    .spoken = الصَوتُ مُغلَقٌ الآن.
ui-headphones = أنت وحدك تسمعني الآن.
    .spoken = أَنتَ وَحدَكَ تَسمَعُنِي الآن.
ui-scan-row = صف من { $first } إلى { $last }
    .spoken = صَفٌّ مِن { $first } إِلَى { $last }
ui-scan-waits = أنا أنتظرك. اضغط على زرك لتتابع.
    .spoken = أَنَا أَنتَظِرُكْ. اِضغَط عَلَى زِرِّكَ لِتُتَابِع.

ui-practice-title = تدرب على المفاتيح
    .spoken = تَدَرَّب عَلَى المَفَاتِيح
    .help = اضغط على مفتاح فأقول ما عمله. لن يتغير شيء.
    .help-spoken = اِضغَط عَلَى مِفتَاحٍ فَأَقُولُ مَا عَمَلُه. لَن يَتَغَيْيَرَ شَيء.
ui-practice-leave = ترك التدريب
    .spoken = تَركُ التَدرِيب. مِفتَاحُ المُسَاعَدَتِ يَفعَلُ هَذَا أَيضًا.
ui-practice-nothing = اضغط على مفتاح.
    .spoken = اِضغَط عَلَى مِفتَاح.
ui-practice-up = فوق. تذهب إلى ما فوقه.
    .spoken = فَوق. تَذهَبُ إِلَى مَا فَوقَه.
ui-practice-down = تحت. تذهب إلى ما تحته.
    .spoken = تَحت. تَذهَبُ إِلَى مَا تَحتَه.
ui-practice-left = يسار. ترجع خطوة واحدة.
    .spoken = يَسَار. تَرجِعُ خُطْوَةً وَاحِدَه.
ui-practice-right = يمين. تتقدم خطوة واحدة.
    .spoken = يَمِين. تَتَقَدَّمُ خُطْوَةً وَاحِدَه.
ui-practice-select = اختيار. تختار ما سمعته الآن.
    .spoken = اِختِيَار. تَختَارُ مَا سَمِعتَهُ الآن.
ui-practice-back = رجوع. ترجع إلى الشاشة السابقة.
    .spoken = رُجُوع. تَرجِعُ إِلَى الشَاشَتِ السَابِقَه.
ui-practice-repeat = إعادة. تسمع كل شيء مرة أخرى.
    .spoken = إِعَادَه. تَسمَعُ كُلَّ شَيءٍ مَرَّةً أُخرَى.
ui-practice-help = مساعدة. هكذا يبدأ التدريب. اضغط مرة أخرى فينتهي.
    .spoken = مُسَاعَدَه. هَكَذَا يَبدَأُ التَدرِيب. اِضغَط مَرَّةً أُخرَى فَيَنتَهِي.
ui-practice-louder = صوت أعلى. يرتفع الصوت.
    .spoken = صَوتٌ أَعلَى. يَرتَفِعُ الصَوت.
ui-practice-softer = صوت أخفض. ينخفض الصوت.
    .spoken = صَوتٌ أَخفَض. يَنخَفِضُ الصَوت.
ui-practice-faster = أسرع. يصبح الكلام أسرع.
    .spoken = أَسرَع. يُصبِحُ الكَلامُ أَسرَع.
ui-practice-slower = أبطأ. يصبح الكلام أبطأ.
    .spoken = أَبطَأ. يُصبِحُ الكَلامُ أَبطَأ.
ui-practice-pause = وقفة. ينتظر الصوت قليلا، أو يكمل.
    .spoken = وَقفَه. يَنتَظِرُ الصَوتُ قَلِيلًا، أَو يُكمِل.
ui-practice-erase = مسح. يمسح آخر حرف.
    .spoken = مَسح. يُمسَحُ آخِرُ حَرف.
ui-practice-speech = الصوت. يعمل الصوت أو يغلق.
    .spoken = الصَوت. يَعمَلُ الصَوتُ أَو يُغلَق.
ui-practice-move = التالي. تتقدم خطوة واحدة.
    .spoken = التَالِي. تَتَقَدَّمُ خُطْوَةً وَاحِدَه.
ui-practice-switch = زرك. به تبدأ، ثم به تختار.
    .spoken = زِرُّكْ. بِهِ تَبدَأ، ثُمَّ بِهِ تَختَار.

### Saying it instead of typing it

ui-record = تكلم
    .spoken = تَكَلَّم بَدَلَ الكِتَابَه
ui-record-title = قل ما تريد بصوتك
    .spoken = قُل مَا تُرِيدُ بِصَوتِكْ
    .help = اضغط على تسجيل. ثم قل ما تريد.
    .help-spoken = اِضغَط عَلَى تَسجِيل. ثُمَّ قُل مَا تُرِيد.
ui-record-most = معك { $most } ثانية. نحن فقط نسمع رسالتك.
    .spoken = مَعَكَ { $most } ثَانِيَه. نَحنُ فَقَط نَسمَعُ رِسَالَتَكْ.
ui-record-start = تسجيل
ui-record-busy = أنا أستمع إليك
    .spoken = أَنَا أَستَمِعُ إِلَيكْ
    .help = هل انتهيت؟ اضغط على الزر.
    .help-spoken = هَلِ اِنتَهَيت؟ اِضغَط عَلَى الزِر.
ui-record-stop = انتهيت من الكلام
    .spoken = اِنتَهَيتُ مِنَ الكَلام
ui-record-time = { $seconds } من { $most } ثانية
    .spoken = { $seconds } مِن { $most } ثَانِيَه
ui-record-done = رسالتك مسجلة
    .spoken = رِسَالَتُكَ مُسَجَّلَه
    .help = استمع إليها. أو تابع.
    .help-spoken = اِستَمِع إِلَيهَا. أَو تَابِع.
ui-record-full = انتهى الوقت. رسالتك مسجلة.
    .spoken = اِنتَهَى الْوَقت. رِسَالَتُكَ مُسَجَّلَه.
ui-record-silent = لم أسمع شيئا. حاول مرة أخرى.
    .spoken = لَم أَسمَع شَيئًا. حَاوِل مَرَّةً أُخرَى.
ui-record-failed = الميكروفون لا يعمل الآن. يمكنك الكتابة.
    .spoken = المِيكرُوفُونُ لا يَعمَلُ الآن. يُمكِنُكَ الكِتَابَه.
ui-record-listen = سماع الرسالة
    .spoken = سَمَاعُ الرِسَالَه
ui-record-again = سجل من جديد
    .spoken = سَجِّل مِن جَدِيد. هَذِهِ الرِسَالَتُ سَتُحذَف.
ui-record-delete = حذف الرسالة
    .spoken = حَذفُ الرِسَالَه
ui-record-keep = استعملها
    .spoken = اِستَعمِل هَذِهِ الرِسَالَه
ui-record-delete-title = هل تريد حذف الرسالة؟
    .spoken = هَل تُرِيدُ حَذفَ الرِسَالَه؟
    .help = لن تعود بعد الحذف.
    .help-spoken = لَن تَعُودَ بَعدَ الحَذف.
ui-record-delete-yes = نعم، احذفها
    .spoken = نَعَم، اِحذِفهَا
ui-record-delete-no = لا، احتفظ بها
    .spoken = لا، اِحتَفِظ بِهَا
ui-recorded = صوتك: { $seconds } { $seconds ->
        [few] ثوان
       *[other] ثانية
    }
    .spoken = قُلتَهَا بِصَوتِكَ فِي { $seconds } { $seconds ->
        [few] ثَوَانِي
       *[other] ثَانِيَه
    }

### Keys of every script

ui-key-latin = ABC
    .spoken = حُرُوفٌ لاتِينية
ui-key-script = أبت
    .spoken = حُرُوفٌ عَرَبية
ui-key-accents = éëï
    .spoken = حُرُوفٌ عَلَيهَا عَلامَات
ui-key-plain = abc
    .spoken = حُرُوفٌ بِلا عَلامَات
# Names of letters that the voice says wrong, or like another letter.
ui-letters = حروف
    .spoken = آ: أَلِف مَدّ; د: دَال; و: وَاو

### For staff, behind a code

ui-staff = للموظفين
    .spoken = لِلمُوَظَّفِين
ui-staff-code = ما هو الرمز؟
    .spoken = مَا هُوَ الرَمز؟
    .help = حصلت عليه من البلدية.
    .help-spoken = حَصَلتَ عَلَيهِ مِنَ البَلَدية.
ui-staff-wrong = هذا الرمز غير صحيح.
    .spoken = هَذَا الرَمزُ غَيرُ صَحِيح.
ui-staff-locked = أخطاء كثيرة. انتظر { $minutes } { $minutes ->
        [few] دقائق
       *[other] دقيقة
    }.
    .spoken = أَخطَاءٌ كَثِيرَه. اِنتَظِر { $minutes } { $minutes ->
        [few] دَقَائِق
       *[other] دَقِيقَه
    }.
ui-staff-title = للموظفين
    .spoken = لِلمُوَظَّفِين
    .help = اختر ما تريد أن تفعل.
    .help-spoken = اِختَر مَا تُرِيدُ أَن تَفعَل.
ui-learn = تعليم المفاتيح
    .spoken = تَعلِيمُ المَفَاتِيح
    .note = ما عمل كل مفتاح؟
    .note-spoken = مَا عَمَلُ كُلِّ مِفتَاح؟
ui-learn-title = اضغط على مفتاح: { $key }
    .spoken = اِضغَط عَلَى مِفتَاح: { $key }
    .help = هل هذا المفتاح غير موجود؟ اتركه.
    .help-spoken = هَل هَذَا المِفتَاحُ غَيرُ مَوجُود؟ اُترُكه.
ui-learn-skip = تخطي هذا المفتاح
    .spoken = تَخَطِّي هَذَا المِفتَاح
ui-learn-twice = هذا المفتاح هو { $key }. اضغط على مفتاح آخر.
    .spoken = هَذَا المِفتَاحُ هُوَ { $key }. اِضغَط عَلَى مِفتَاحٍ آخَر.
ui-learn-few = لا يمكن الاختيار بدون هذا المفتاح. علمه للجهاز.
    .spoken = لا يُمكِنُ الاِختِيَارُ بِدُونِ هَذَا المِفتَاح. عَلِّمهُ لِلجِهَاز.
ui-learn-done = المفاتيح جاهزة
    .spoken = المَفَاتِيحُ جَاهِزَه
    .help = الجهاز يعرفها الآن. جربها.
    .help-spoken = الجِهَازُ يَعرِفُهَا الآن. جَرِّبهَا.
ui-learn-not-kept = لم ينجح الحفظ. القرص ممتلئ أو معطل.
    .spoken = لَم يَنجَحِ الحِفظ. القُرصُ مُمتَلِئٌ أَو مُعَطَّل.
ui-enrol = التسجيل لدى البلدية
    .spoken = التَسجِيلُ لَدَى البَلَدية
    .note = بعدها يمكن لهذا الجهاز إرسال الرسائل.
    .note-spoken = بَعدَهَا يُمكِنُ لِهَذَا الجِهَازِ إِرسَالُ الرَسَائِل.
    .again = اسم هذا الجهاز الآن { $name }.
    .again-spoken = اِسمُ هَذَا الجِهَازِ الآنَ { $name }.
ui-enrol-title = ما هو رمز التسجيل؟
    .spoken = مَا هُوَ رَمزُ التَسجِيل؟
    .help = تجده في صفحة الأجهزة لدى البلدية. اكتبه أو ضعه أمام الماسح.
    .help-spoken = تَجِدُهُ فِي صَفحَتِ الأَجهِزَتِ لَدَى البَلَدية. اُكتُبهُ أَو ضَعهُ أَمَامَ المَاسِح.
ui-enrol-short = الرمز مكون من 12 رقما.
    .spoken = الرَمزُ مُكَوْوَنٌ مِن 12 رَقمًا.
ui-enrol-scan = هذا ليس رمز تسجيل.
    .spoken = هَذَا لَيسَ رَمزَ تَسجِيل.
ui-enrol-unknown = هذا الرمز خطأ أو مستعمل أو قديم. اطلب رمزا جديدا.
    .spoken = هَذَا الرَمزُ خَطَأٌ أَو مُستَعمَلٌ أَو قَدِيم. اُطلُب رَمزًا جَدِيدًا.
ui-enrol-unreachable = لا يمكن الوصول إلى البلدية الآن. حاول لاحقا.
    .spoken = لا يُمكِنُ الوُصُولُ إِلَى البَلَدِيْيَتِ الآن. حَاوِل لاحِقًا.
ui-enrol-too-often = محاولات كثيرة. انتظر بضع دقائق.
    .spoken = مُحَاوَلاتٌ كَثِيرَه. اِنتَظِر بِضعَ دَقَائِق.
ui-enrol-no-address = هذا الجهاز لا يعرف عنوان البلدية. ضع الرمز أمام الماسح.
    .spoken = هَذَا الجِهَازُ لا يَعرِفُ عُنْوَانَ البَلَدية. ضَعِ الرَمزَ أَمَامَ المَاسِح.
ui-enrol-not-kept = لم ينجح الحفظ. اطلب رمزا جديدا.
    .spoken = لَم يَنجَحِ الحِفظ. اُطلُب رَمزًا جَدِيدًا.
ui-enrol-unsafe = هذا العنوان غير آمن. لا يبدأ بـ https.
    .spoken = هَذَا العُنْوَانُ غَيرُ آمِن. لا يَبدَأُ بِإِتش تِي تِي بِي إِس.
ui-enrolling = لحظة. نسجل الجهاز الآن.
    .spoken = لَحظَه. نُسَجْجِلُ الجِهَازَ الآن.
ui-enrolled = تم تسجيل الجهاز باسم { $name }
    .spoken = تَمَّ تَسجِيلُ الجِهَازِ بِسمِ { $name }
    .help = سيبدأ الجهاز من جديد. بعدها يمكنه إرسال الرسائل.
    .help-spoken = سَوفَ يَبدَأُ الجِهَازُ مِن جَدِيد. بَعدَهَا يُمكِنُهُ إِرسَالُ الرَسَائِل.
ui-keyname-up = فوق
    .spoken = فَوق
ui-keyname-down = تحت
    .spoken = تَحت
ui-keyname-left = يسار
ui-keyname-right = يمين
ui-keyname-select = اختيار
    .spoken = اِختِيَار
ui-keyname-back = رجوع
ui-keyname-repeat = إعادة
    .spoken = إِعَادَه
ui-keyname-help = مساعدة
    .spoken = مُسَاعَدَه
ui-keyname-louder = صوت أعلى
    .spoken = صَوتٌ أَعلَى
ui-keyname-softer = صوت أخفض
    .spoken = صَوتٌ أَخفَض
ui-keyname-faster = أسرع
ui-keyname-slower = أبطأ
    .spoken = أَبطَأ
ui-keyname-pause = وقفة
    .spoken = وَقفَه
ui-keyname-erase = مسح
ui-keyname-speech = الصوت
    .spoken = الصَوت
ui-keyname-move = التالي
ui-keyname-switch = الزر الوحيد
    .spoken = الزِرُّ الْوَحِيد

### Arabic. The value is what is shown. `.spoken` has the same words with their vowels, because
### the voice cannot guess them; the ends of words are written as they sound.
### Plain Arabic: short words, short sentences, one helping sentence per screen.
### Names of Dutch schemes stay in brackets: that is what the visitor will read on letters.

### Flows

## Report something in the street

flow-melding = بلاغ عن مشكلة في الشارع
    .spoken = بَلاغٌ عَن مُشكِلَةٍ فِي الشَارِع
    .note = شيء مكسور أو وسخ أو خطر
    .note-spoken = شَيءٌ مَكسُورٌ أَو وَسِخٌ أَو خَطِر
    .title = بلاغ
    .title-spoken = بَلاغ
    .send = إرسال البلاغ
    .send-spoken = إِرسَالُ البَلاغ
    .thanks = شكرا لك. استلمنا بلاغك.
    .thanks-spoken = شُكرًا لَكْ. اِستَلَمنَا بَلاغَكْ.
    .promise = سننظر فيه خلال 5 أيام عمل.
    .promise-spoken = سَنَنظُرُ فِيهِ خِلالَ 5 أَيْيَامِ عَمَل.

melding-wat = ما موضوع المشكلة؟
    .spoken = مَا مَوضُوعُ المُشكِلَه؟
    .help = لا تعرف؟ اختر شيئا آخر.
    .help-spoken = لا تَعرِف؟ اِختَر شَيئًا آخَر.
    .row = الموضوع
    .row-spoken = المَوضُوع

melding-welke = ما المشكلة؟
    .spoken = مَا المُشكِلَه؟
    .help = هل هناك خطر الآن؟ اتصل على 112.
    .help-spoken = هَل هُنَاكَ خَطَرٌ الآن؟ اِتَّصِل عَلَى وَاحِد، وَاحِد، اِثنَان.
    .row = المشكلة
    .row-spoken = المُشكِلَه

melding-waar = أين المكان؟
    .spoken = أَينَ المَكَان؟
    .help = لا تعرفه تماما؟ لا بأس.
    .help-spoken = لا تَعرِفُهُ تَمَامًا؟ لا بَأس.
    .row = أين
    .row-spoken = أَين
melding-waar-hier = قريب من هنا
    .spoken = قَرِيبٌ مِن هُنَا
    .note = بجانب هذه الشاشة
    .note-spoken = بِجَانِبِ هَذِهِ الشَاشَه
melding-waar-plek = عند مكان معروف
    .spoken = عِندَ مَكَانٍ مَعرُوف
    .note = مثل محطة القطار أو السوق
    .note-spoken = مِثلُ مَحَطَّتِ القِطَارِ أَوِ السُوق
melding-waar-adres = عند عنوان
    .spoken = عِندَ عُنْوَان
    .note = بالرمز البريدي ورقم البيت
    .note-spoken = بالرَمزِ البَرِيدِيْيِ وَرَقمِ البَيت
melding-waar-weet-niet = هذا لا أعرفه
    .spoken = هَذَا لا أَعرِفُه
    .note = يمكنك أن تشرح بعد قليل
    .note-spoken = يُمكِنُكَ أَن تَشرَحَ بَعدَ قَلِيل

melding-plek = عند أي مكان؟
    .spoken = عِندَ أَيْيِ مَكَان؟
    .help = المكان غير موجود هنا؟ ارجع.
    .help-spoken = المَكَانُ غَيرُ مَوجُودٍ هُنَا؟ اِرجِع.
    .row = المكان

melding-postcode = ما الرمز البريدي هناك؟
    .spoken = مَا الرَمزُ البَرِيدِيْيُ هُنَاكْ؟
    .help = لا تعرفه؟ ارجع واختر مكانا.
    .help-spoken = لا تَعرِفُه؟ اِرجِع وَاختَر مَكَانًا.
    .row = الرمز البريدي
    .row-spoken = الرَمزُ البَرِيدِي

melding-huisnummer = عند أي رقم بيت؟
    .spoken = عِندَ أَيْيِ رَقمِ بَيت؟
    .help = اكتب رقم أقرب بيت.
    .help-spoken = اُكتُب رَقمَ أَقرَبِ بَيت.
    .row = رقم البيت
    .row-spoken = رَقمُ البَيت

melding-vertel = هل تريد أن تقول لنا أكثر؟
    .spoken = هَل تُرِيدُ أَن تَقُولَ لَنَا أَكثَر؟
    .help = يمكنك تخطي هذا.
    .help-spoken = يُمكِنُكَ تَخَطِّي هَذَا.
    .row = كلماتك
    .row-spoken = كَلِمَاتُكْ

melding-antwoord = هل تريد جوابا منا؟
    .spoken = هَل تُرِيدُ جَوَابًا مِنَّا؟
    .help = يمكنك أن تقول لا.
    .help-spoken = يُمكِنُكَ أَن تَقُولَ لا.
    .row = الجواب
    .row-spoken = الجَوَاب
melding-antwoord-bellen = نعم، اتصلوا بي
    .spoken = نَعَم، اِتَّصِلُو بِي
    .note = سيتصل بك إنسان بالهاتف
    .note-spoken = سَيَتَّصِلُ بِكَ إِنسَانٌ بالهَاتِف
melding-antwoord-sms = نعم، أرسلوا رسالة قصيرة
    .spoken = نَعَم، أَرسِلُو رِسَالَةً قَصِيرَه
    .note = رسالة على هاتفك المحمول
    .note-spoken = رِسَالَةٌ عَلَى هَاتِفِكَ المَحمُول
melding-antwoord-brief = نعم، أرسلوا رسالة بريد
    .spoken = نَعَم، أَرسِلُو رِسَالَةً عَلَى وَرَق
    .note = بالبريد إلى بيتك
    .note-spoken = بالبَرِيدِ إِلَى بَيتِكْ
melding-antwoord-mail = نعم، أرسلوا إيميلا
    .spoken = نَعَم، أَرسِلُو إِيمَيلًا
    .note = رسالة على الكمبيوتر
    .note-spoken = رِسَالَةٌ عَلَى الكُمبْيُوتَر
melding-antwoord-geen = لا، شكرا
    .spoken = لا، شُكرًا
    .note = سنعمل على بلاغك مع ذلك
    .note-spoken = سَنَعمَلُ عَلَى بَلاغِكَ مَعَ ذَلِكْ

melding-telefoon = ما رقم هاتفك؟
    .spoken = مَا رَقمُ هَاتِفِكْ؟
    .help = لنرد عليك فقط.
    .help-spoken = لِنَرُدَّ عَلَيكَ فَقَط.
    .row = الهاتف

melding-email = ما بريدك الإلكتروني؟
    .spoken = مَا بَرِيدُكَ الإِلِكتُرُونِي؟
    .help = لنرد عليك فقط.
    .help-spoken = لِنَرُدَّ عَلَيكَ فَقَط.
    .row = الإيميل
    .row-spoken = الإِيمَيل

melding-naam = ما اسمك؟
    .spoken = مَا اِسمُكْ؟
    .help = لنكتبه على الرسالة.
    .help-spoken = لِنَكتُبَهُ عَلَى الرِسَالَه.
    .row = الاسم
    .row-spoken = الاِسم

melding-postcode-thuis = ما الرمز البريدي لبيتك؟
    .spoken = مَا الرَمزُ البَرِيدِيْيُ لِبَيتِكْ؟
    .help = سنرسل الرسالة إلى هناك.
    .help-spoken = سَنُرسِلُ الرِسَالَتَ إِلَى هُنَاكْ.
    .row = رمزك البريدي
    .row-spoken = رَمزُكَ البَرِيدِي

melding-huisnummer-thuis = ما رقم بيتك؟
    .spoken = مَا رَقمُ بَيتِكْ؟
    .help = سنرسل الرسالة إلى هناك.
    .help-spoken = سَنُرسِلُ الرِسَالَتَ إِلَى هُنَاكْ.
    .row = رقم بيتك
    .row-spoken = رَقمُ بَيتِكْ

## Complaint, compliment or idea

flow-klacht = شكوى أو فكرة
    .spoken = شَكْوَى أَو فِكرَه
    .note = أو كلمة شكر
    .note-spoken = أَو كَلِمَتُ شُكر
    .title = شكوى أو شكر أو فكرة
    .title-spoken = شَكْوَى أَو شُكرٌ أَو فِكرَه
    .send = إرسال الرسالة
    .send-spoken = إِرسَالُ الرِسَالَه
    .thanks = شكرا لك. استلمنا رسالتك.
    .thanks-spoken = شُكرًا لَكْ. اِستَلَمنَا رِسَالَتَكْ.
    .promise = سنقرأ رسالتك خلال 5 أيام عمل.
    .promise-spoken = سَنَقرَأُ رِسَالَتَكَ خِلالَ 5 أَيْيَامِ عَمَل.

klacht-soort = ماذا تريد أن تقول لنا؟
    .spoken = مَاذَا تُرِيدُ أَن تَقُولَ لَنَا؟
    .help = نتعلم من كل ما تقوله.
    .help-spoken = نَتَعَلَّمُ مِن كُلِّ مَا تَقُولُه.
    .row = النوع
    .row-spoken = النَوع
klacht-soort-klacht = شكوى
    .note = شيء لم يكن جيدا
    .note-spoken = شَيءٌ لَم يَكُن جَيْيِدًا
klacht-soort-compliment = كلمة شكر
    .spoken = كَلِمَتُ شُكر
    .note = شيء كان جيدا جدا
    .note-spoken = شَيءٌ كَانَ جَيْيِدًا جِدًّا
klacht-soort-idee = فكرة
    .spoken = فِكرَه
    .note = يمكن أن يكون أفضل
    .note-spoken = يُمكِنُ أَن يَكُونَ أَفضَل
klacht-soort-weet-niet = هذا لا أعرفه
    .spoken = هَذَا لا أَعرِفُه
    .note = أريد فقط أن أقول شيئا
    .note-spoken = أُرِيدُ فَقَط أَن أَقُولَ شَيئًا

klacht-onderwerp = ما الموضوع؟
    .spoken = مَا المَوضُوع؟
    .help = لا تعرف؟ اختر شيئا آخر.
    .help-spoken = لا تَعرِف؟ اِختَر شَيئًا آخَر.
    .row = الموضوع
    .row-spoken = المَوضُوع
klacht-onderwerp-balie = كيف نساعدك
    .spoken = كَيفَ نُسَاعِدُكْ
klacht-onderwerp-wachten = انتظار طويل
    .spoken = اِنتِظَارٌ طَوِيل
klacht-onderwerp-brief = رسالة منا
    .spoken = رِسَالَةٌ مِنَّا
klacht-onderwerp-geld = مال أو رعاية
    .spoken = مَالٌ أَو رِعَايَه
klacht-onderwerp-buurt = الشارع أو الحي
    .spoken = الشَارِعُ أَوِ الحَيّ
klacht-onderwerp-anders = شيء آخر
    .spoken = شَيءٌ آخَر

klacht-vertel = ما الذي تريد أن تحكيه لنا؟
    .spoken = مَا الَّذِي تُرِيدُ أَن تَحكِيَهُ لَنَا؟
    .help = بضع كلمات تكفي.
    .help-spoken = بِضعُ كَلِمَاتٍ تَكفِي.
    .row = كلماتك
    .row-spoken = كَلِمَاتُكْ

klacht-antwoord = هل تريد جوابا منا؟
    .spoken = هَل تُرِيدُ جَوَابًا مِنَّا؟
    .help = يمكنك أن تقول لا.
    .help-spoken = يُمكِنُكَ أَن تَقُولَ لا.
    .row = الجواب
    .row-spoken = الجَوَاب
klacht-antwoord-bellen = نعم، اتصلوا بي
    .spoken = نَعَم، اِتَّصِلُو بِي
    .note = سيتصل بك إنسان بالهاتف
    .note-spoken = سَيَتَّصِلُ بِكَ إِنسَانٌ بالهَاتِف
klacht-antwoord-sms = نعم، أرسلوا رسالة قصيرة
    .spoken = نَعَم، أَرسِلُو رِسَالَةً قَصِيرَه
    .note = رسالة على هاتفك المحمول
    .note-spoken = رِسَالَةٌ عَلَى هَاتِفِكَ المَحمُول
klacht-antwoord-brief = نعم، أرسلوا رسالة بريد
    .spoken = نَعَم، أَرسِلُو رِسَالَةً عَلَى وَرَق
    .note = بالبريد إلى بيتك
    .note-spoken = بالبَرِيدِ إِلَى بَيتِكْ
klacht-antwoord-mail = نعم، أرسلوا إيميلا
    .spoken = نَعَم، أَرسِلُو إِيمَيلًا
    .note = رسالة على الكمبيوتر
    .note-spoken = رِسَالَةٌ عَلَى الكُمبْيُوتَر
klacht-antwoord-geen = لا، شكرا
    .spoken = لا، شُكرًا
    .note = سنقرأ رسالتك مع ذلك
    .note-spoken = سَنَقرَأُ رِسَالَتَكَ مَعَ ذَلِكْ

klacht-telefoon = ما رقم هاتفك؟
    .spoken = مَا رَقمُ هَاتِفِكْ؟
    .help = لنرد عليك فقط.
    .help-spoken = لِنَرُدَّ عَلَيكَ فَقَط.
    .row = الهاتف

klacht-email = ما بريدك الإلكتروني؟
    .spoken = مَا بَرِيدُكَ الإِلِكتُرُونِي؟
    .help = لنرد عليك فقط.
    .help-spoken = لِنَرُدَّ عَلَيكَ فَقَط.
    .row = الإيميل
    .row-spoken = الإِيمَيل

klacht-naam = ما اسمك؟
    .spoken = مَا اِسمُكْ؟
    .help = لنكتبه على الرسالة.
    .help-spoken = لِنَكتُبَهُ عَلَى الرِسَالَه.
    .row = الاسم
    .row-spoken = الاِسم

klacht-postcode-thuis = ما الرمز البريدي لبيتك؟
    .spoken = مَا الرَمزُ البَرِيدِيْيُ لِبَيتِكْ؟
    .help = سنرسل الرسالة إلى هناك.
    .help-spoken = سَنُرسِلُ الرِسَالَتَ إِلَى هُنَاكْ.
    .row = رمزك البريدي
    .row-spoken = رَمزُكَ البَرِيدِي

klacht-huisnummer-thuis = ما رقم بيتك؟
    .spoken = مَا رَقمُ بَيتِكْ؟
    .help = سنرسل الرسالة إلى هناك.
    .help-spoken = سَنُرسِلُ الرِسَالَتَ إِلَى هُنَاكْ.
    .row = رقم بيتك
    .row-spoken = رَقمُ بَيتِكْ

## Appointment

flow-afspraak = طلب موعد
    .spoken = طَلَبُ مَوعِد
    .note = جواز سفر، رخصة قيادة، انتقال
    .note-spoken = جَوَازُ سَفَر، رُخصَتُ قِيَادَه، اِنتِقَال
    .title = موعد
    .title-spoken = مَوعِد
    .send = إرسال طلب الموعد
    .send-spoken = إِرسَالُ طَلَبِ المَوعِد
    .thanks = شكرا لك. استلمنا طلبك.
    .thanks-spoken = شُكرًا لَكْ. اِستَلَمنَا طَلَبَكْ.
    .promise = سنتصل بك خلال يومي عمل (2) لاختيار يوم.
    .promise-spoken = سَنَتَّصِلُ بِكَ خِلالَ يَومَي عَمَلٍ لِاختِيَارِ يَوم.

afspraak-product = لماذا تريد أن تأتي؟
    .spoken = لِمَاذَا تُرِيدُ أَن تَأتِي؟
    .help = لا تعرف؟ اختر شيئا آخر.
    .help-spoken = لا تَعرِف؟ اِختَر شَيئًا آخَر.
    .row = السبب
    .row-spoken = السَبَب
afspraak-product-paspoort = جواز سفر أو هوية
    .spoken = جَوَازُ سَفَرٍ أَو هُوية
afspraak-product-rijbewijs = رخصة قيادة
    .spoken = رُخصَتُ قِيَادَه
afspraak-product-verhuizen = سأنتقل إلى بيت آخر
    .spoken = سَأَنتَقِلُ إِلَى بَيتٍ آخَر
afspraak-product-geboorte = ولد طفل
    .spoken = وُلِدَ طِفل
afspraak-product-trouwen = سأتزوج
    .spoken = سَأَتَزَوْوَج
afspraak-product-anders = شيء آخر
    .spoken = شَيءٌ آخَر

afspraak-dagdeel = متى تفضل أن تأتي؟
    .spoken = مَتَى تُفَضِّلُ أَن تَأتِي؟
    .help = سنتصل بك لاختيار اليوم.
    .help-spoken = سَنَتَّصِلُ بِكَ لِاختِيَارِ الْيَوم.
    .row = الوقت
    .row-spoken = الْوَقت
afspraak-dagdeel-ochtend = في الصباح
    .spoken = فِي الصَبَاح
afspraak-dagdeel-middag = بعد الظهر
    .spoken = بَعدَ الظُهر
afspraak-dagdeel-avond = في المساء
    .spoken = فِي المَسَاء
afspraak-dagdeel-maakt-niet-uit = أي وقت مناسب
    .spoken = أَيْيُ وَقتٍ مُنَاسِب

afspraak-naam = ما اسمك؟
    .spoken = مَا اِسمُكْ؟
    .help = لنعرف بمن نتصل.
    .help-spoken = لِنَعرِفَ بِمَن نَتَّصِل.
    .row = الاسم والهاتف
    .row-spoken = الاِسمُ وَالهَاتِف

afspraak-telefoon = ما رقم هاتفك؟
    .spoken = مَا رَقمُ هَاتِفِكْ؟
    .help = لنتصل بك بشأن الموعد فقط.
    .help-spoken = لِنَتَّصِلَ بِكَ بِشَأنِ المَوعِدِ فَقَط.
    .row = الهاتف

## Help with money and care

flow-geldhulp = دعم في المال والرعاية
    .spoken = دَعمٌ فِي المَالِ وَالرِعَايَه
    .note = ما هو الممكن لك؟
    .note-spoken = مَا هُوَ المُمكِنُ لَكْ؟
    .title = دعم في المال والرعاية
    .title-spoken = دَعمٌ فِي المَالِ وَالرِعَايَه
    .send = إرسال الطلب
    .send-spoken = إِرسَالُ الطَّلَب
    .thanks = شكرا لك. استلمنا طلبك.
    .thanks-spoken = شُكرًا لَكْ. اِستَلَمنَا طَلَبَكْ.
    .promise = سنتصل بك خلال يومي عمل (2).
    .promise-spoken = سَنَتَّصِلُ بِكَ خِلالَ يَومَي عَمَل.

geldhulp-huur = هل تسكن في بيت بالإيجار؟
    .spoken = هَل تَسكُنُ فِي بَيتٍ بالإِيجَار؟
    .help = الشقة أيضا بيت.
    .help-spoken = الشَقَّتُ أَيضًا بَيت.
    .row = بيت بالإيجار
    .row-spoken = بَيتٌ بالإِيجَار
geldhulp-huur-ja = نعم
geldhulp-huur-nee = لا
geldhulp-huur-weet-niet = هذا لا أعرفه
    .spoken = هَذَا لا أَعرِفُه

geldhulp-kinderen = هل يسكن معك أطفالك؟
    .spoken = هَل يَسكُنُ مَعَكَ أَطفَالُكْ؟
    .help = أطفال أصغر من 18 سنة.
    .help-spoken = أَطفَالٌ أَصغَرُ مِن 18 سَنَه.
    .row = الأطفال
    .row-spoken = الأَطفَال
geldhulp-kinderen-ja = نعم
geldhulp-kinderen-nee = لا
geldhulp-kinderen-weet-niet = هذا لا أعرفه
    .spoken = هَذَا لا أَعرِفُه

geldhulp-aow = هل تأخذ AOW؟
    .spoken = هَل تَأخُذُ آه، أُو، فِي؟
    .help = هو مال من الدولة لكبار السن.
    .help-spoken = هُوَ مَالٌ مِنَ الدَولَتِ لِكِبَارِ السِنّ.
    .row = AOW
    .row-spoken = آه، أُو، فِي
geldhulp-aow-ja = نعم
geldhulp-aow-nee = لا
geldhulp-aow-weet-niet = هذا لا أعرفه
    .spoken = هَذَا لا أَعرِفُه

geldhulp-inkomen = هل دخلك قليل؟
    .spoken = هَل دَخلُكَ قَلِيل؟
    .help = مثل إعانة أو معاش صغير.
    .help-spoken = مِثلُ إِعَانَةٍ أَو مَعَاشٍ صَغِير.
    .row = دخل قليل
    .row-spoken = دَخلٌ قَلِيل
geldhulp-inkomen-ja = نعم
geldhulp-inkomen-nee = لا
geldhulp-inkomen-weet-niet = هذا لا أعرفه
    .spoken = هَذَا لا أَعرِفُه

geldhulp-rekeningen = هل يصعب عليك دفع كل شيء؟
    .spoken = هَل يَصعُبُ عَلَيكَ دَفعُ كُلِّ شَيء؟
    .help = مثل الإيجار أو العلاج أو غرامة.
    .help-spoken = مِثلُ الإِيجَارِ أَوِ العِلاجِ أَو غَرَامَه.
    .row = صعوبة الدفع
    .row-spoken = صُعُوبَتُ الدَفع
geldhulp-rekeningen-ja = نعم
geldhulp-rekeningen-nee = لا
geldhulp-rekeningen-weet-niet = هذا لا أعرفه
    .spoken = هَذَا لا أَعرِفُه

geldhulp-zorg = هل تحتاج مساعدة في البيت؟
    .spoken = هَل تَحتَاجُ مُسَاعَدَةً فِي البَيت؟
    .help = بسبب المرض، أو لأن شيئا صار صعبا عليك.
    .help-spoken = بِسَبَبِ المَرَض، أَو لِأَنَّ شَيئًا صَارَ صَعبًا عَلَيكْ.
    .row = مساعدة في البيت
    .row-spoken = مُسَاعَدَةٌ فِي البَيت
geldhulp-zorg-ja = نعم
geldhulp-zorg-nee = لا
geldhulp-zorg-weet-niet = هذا لا أعرفه
    .spoken = هَذَا لا أَعرِفُه

geldhulp-advice = قد يناسبك هذا
    .spoken = قَد يُنَاسِبُكَ هَذَا
    .help = عندما تطلبه تعرف إن كنت ستأخذه.
    .help-spoken = عِندَمَا تَطلُبُهُ تَعرِفُ إِن كُنتَ سَتَأخُذُه.

geldhulp-terugbellen = هل نتصل بك؟
    .spoken = هَل نَتَّصِلُ بِكْ؟
    .help = لنساعدك أكثر.
    .help-spoken = لِنُسَاعِدَكَ أَكثَر.
    .row = الاتصال
    .row-spoken = الاِتِّصَال
geldhulp-terugbellen-ja = نعم، اتصلوا بي
    .spoken = نَعَم، اِتَّصِلُو بِي
    .note = سيتصل بك إنسان بالهاتف
    .note-spoken = سَيَتَّصِلُ بِكَ إِنسَانٌ بالهَاتِف
geldhulp-terugbellen-nee = لا، شكرا
    .spoken = لا، شُكرًا
    .note = لا نحفظ شيئا عنك
    .note-spoken = لا نَحفَظُ شَيئًا عَنك

geldhulp-naam = ما اسمك؟
    .spoken = مَا اِسمُكْ؟
    .help = يمكنك تخطي هذا.
    .help-spoken = يُمكِنُكَ تَخَطِّي هَذَا.
    .row = الاسم والهاتف
    .row-spoken = الاِسمُ وَالهَاتِف

geldhulp-telefoon = ما رقم هاتفك؟
    .spoken = مَا رَقمُ هَاتِفِكْ؟
    .help = لنتصل بك بشأن سؤالك فقط.
    .help-spoken = لِنَتَّصِلَ بِكَ بِشَأنِ سُؤَالِكَ فَقَط.
    .row = الهاتف

## Call me back

flow-terugbellen = اتصلوا بي
    .spoken = اِتَّصِلُو بِي
    .note = سيتصل بك إنسان بالهاتف
    .note-spoken = سَيَتَّصِلُ بِكَ إِنسَانٌ بالهَاتِف
    .title = اتصلوا بي
    .title-spoken = اِتَّصِلُو بِي
    .send = إرسال الطلب
    .send-spoken = إِرسَالُ الطَّلَب
    .thanks = شكرا لك. استلمنا طلبك.
    .thanks-spoken = شُكرًا لَكْ. اِستَلَمنَا طَلَبَكْ.
    .promise = سنتصل بك خلال يومي عمل (2).
    .promise-spoken = سَنَتَّصِلُ بِكَ خِلالَ يَومَي عَمَل.

terugbellen-waarover = ما الموضوع؟
    .spoken = مَا المَوضُوع؟
    .help = لا تعرف؟ اختر شيئا آخر.
    .help-spoken = لا تَعرِف؟ اِختَر شَيئًا آخَر.
    .row = الموضوع
    .row-spoken = المَوضُوع
terugbellen-waarover-buurt = الشارع أو الحي
    .spoken = الشَارِعُ أَوِ الحَيّ
terugbellen-waarover-geld = مال أو رعاية
    .spoken = مَالٌ أَو رِعَايَه
terugbellen-waarover-paspoort = جواز سفر أو رخصة
    .spoken = جَوَازُ سَفَرٍ أَو رُخصَتُ قِيَادَه
terugbellen-waarover-wonen = سكن أو انتقال
    .spoken = سَكَنٌ أَوِ اِنتِقَال
terugbellen-waarover-belasting = ضريبة أو فاتورة
    .spoken = ضَرِيبَةٌ أَو فَاتُورَه
terugbellen-waarover-anders = شيء آخر
    .spoken = شَيءٌ آخَر

terugbellen-moment = متى نتصل بك؟
    .spoken = مَتَى نَتَّصِلُ بِكْ؟
    .help = نتصل في أيام العمل.
    .help-spoken = نَتَّصِلُ فِي أَيْيَامِ العَمَل.
    .row = الوقت
    .row-spoken = الْوَقت
terugbellen-moment-ochtend = في الصباح
    .spoken = فِي الصَبَاح
    .note = بين الساعة 9 و12
    .note-spoken = بَينَ السَاعَتِ 9 وَ 12
terugbellen-moment-middag = بعد الظهر
    .spoken = بَعدَ الظُهر
    .note = بين الساعة 12 و5
    .note-spoken = بَينَ السَاعَتِ 12 وَ 5
terugbellen-moment-maakt-niet-uit = أي وقت مناسب
    .spoken = أَيْيُ وَقتٍ مُنَاسِب
    .note = طول اليوم
    .note-spoken = طُولُ الْيَوم

terugbellen-naam = ما اسمك؟
    .spoken = مَا اِسمُكْ؟
    .help = يمكنك تخطي هذا.
    .help-spoken = يُمكِنُكَ تَخَطِّي هَذَا.
    .row = الاسم والهاتف
    .row-spoken = الاِسمُ وَالهَاتِف

terugbellen-telefoon = ما رقم هاتفك؟
    .spoken = مَا رَقمُ هَاتِفِكْ؟
    .help = لنتصل بك بشأن سؤالك فقط.
    .help-spoken = لِنَتَّصِلَ بِكَ بِشَأنِ سُؤَالِكَ فَقَط.
    .row = الهاتف

## How is my report?

flow-status = أين وصل بلاغي؟
    .spoken = أَينَ وَصَلَ بَلاغِي؟
    .note = بالرقم المكتوب على الإيصال
    .note-spoken = بالرَقمِ المَكتُوبِ عَلَى الإِيصَال
    .title = أين وصل بلاغي؟
    .title-spoken = أَينَ وَصَلَ بَلاغِي؟

status-code = ما الرقم المكتوب على إيصالك؟
    .spoken = مَا الرَقمُ المَكتُوبُ عَلَى إِيصَالِكْ؟
    .help = فيه 12 رقما.
    .help-spoken = فِيهِ 12 رَقمًا.
    .row = الرقم

### Categories

category-verlichting = مصباح أو إشارة مرور
    .spoken = مِصبَاحٌ أَو إِشَارَتُ مُرُور
category-verlichting-lamp-uit = مصباح لا يضيء
    .spoken = مِصبَاحٌ لا يُضِيء
category-verlichting-lamp-overdag = مصباح يضيء في النهار
    .spoken = مِصبَاحٌ يُضِيءُ فِي النَهَار
category-verlichting-lamp-kapot = مصباح أو عمود مكسور
    .spoken = مِصبَاحٌ أَو عَمُودٌ مَكسُور
category-verlichting-verkeerslicht = إشارة مرور معطلة
    .spoken = إِشَارَتُ مُرُورٍ مُعَطَّلَه
category-verlichting-anders = شيء آخر عن المصابيح
    .spoken = شَيءٌ آخَرُ عَنِ المَصَابِيح

category-afval = نفايات
    .spoken = نِفَايَات
category-afval-zwerfvuil = نفايات في الشارع
    .spoken = نِفَايَاتٌ فِي الشَارِع
category-afval-container = حاوية ممتلئة أو معطلة
    .spoken = حَاوِيَةٌ مُمتَلِئَةٌ أَو مُعَطَّلَه
category-afval-prullenbak = سلة قمامة ممتلئة أو مكسورة
    .spoken = سَلَّتُ قُمَامَةٍ مُمتَلِئَةٌ أَو مَكسُورَه
category-afval-grofvuil = أشياء كبيرة في الشارع
    .spoken = أَشْيَاءُ كَبِيرَةٌ فِي الشَارِع
category-afval-gevaarlijk = مواد خطرة
    .spoken = مَوَادُّ خَطِرَه
category-afval-anders = شيء آخر عن النفايات
    .spoken = شَيءٌ آخَرُ عَنِ النِفَايَات

category-weg = طريق أو رصيف
    .spoken = طَرِيقٌ أَو رَصِيف
category-weg-bestrating = حفرة أو حجارة مخلوعة
    .spoken = حُفرَةٌ أَو حِجَارَةٌ مَخلُوعَه
category-weg-put = ماء واقف في الشارع
    .spoken = مَاءٌ وَاقِفٌ فِي الشَارِع
category-weg-bord = لافتة مرور مكسورة
    .spoken = لافِتَتُ مُرُورٍ مَكسُورَه
category-weg-meubilair = مقعد أو ملعب مكسور
    .spoken = مَقعَدٌ أَو مَلعَبٌ مَكسُور
category-weg-glad = الطريق زلق
    .spoken = الطَّرِيقُ زَلِق
category-weg-anders = شيء آخر عن الطريق
    .spoken = شَيءٌ آخَرُ عَنِ الطَّرِيق

category-natuur = شجر أو نبات أو حيوان
    .spoken = شَجَرٌ أَو نَبَاتٌ أَو حَيَوَان
category-natuur-boom = شجرة أو غصن
    .spoken = شَجَرَةٌ أَو غُصن
category-natuur-gras = عشب أو شجيرات عالية
    .spoken = عُشبٌ أَو شُجَيرَاتٌ عَالِيَه
category-natuur-onkruid = أعشاب ضارة
    .spoken = أَعشَابٌ ضَارَّه
category-natuur-ratten = فئران
    .spoken = جُرذَانٌ أَو فِئرَان
category-natuur-water = أوساخ في الماء
    .spoken = أَوسَاخٌ فِي المَاء
category-natuur-dood-dier = حيوان ميت
    .spoken = حَيَوَانٌ مَيْيِت
category-natuur-wespen = دبابير
    .spoken = دَبَابِير
category-natuur-anders = نبات أو حيوان آخر
    .spoken = نَبَاتٌ أَو حَيَوَانٌ آخَر

category-overlast = إزعاج
category-overlast-parkeren = سيارة تسد الطريق
    .spoken = سَيْيَارَةٌ تَسُدُّ الطَّرِيق
category-overlast-lawaai = ضجيج أو رائحة كريهة
    .spoken = ضَجِيجٌ أَو رَائِحَةٌ كَرِيهَه
category-overlast-mensen = إزعاج من أشخاص
    .spoken = إِزعَاجٌ مِن أَشخَاص
category-overlast-hondenpoep = فضلات كلاب
    .spoken = فَضَلاتُ كِلاب
category-overlast-wrak = دراجة أو سيارة قديمة
    .spoken = دَرَّاجَةٌ أَو سَيْيَارَةٌ قَدِيمَه
category-overlast-graffiti = دهان على الحائط
    .spoken = دِهَانٌ عَلَى الحَائِط
category-overlast-vuurwerk = ألعاب نارية
    .spoken = أَلعَابٌ نَارية
category-overlast-anders = شيء آخر مزعج
    .spoken = شَيءٌ آخَرُ مُزعِج

category-anders = شيء آخر
    .spoken = شَيءٌ آخَر
category-anders-anders = شيء آخر
    .spoken = شَيءٌ آخَر

### Promises

promise-gemaakt-3 = سنصلحه خلال 3 أيام عمل.
    .spoken = سَنُصلِحُهُ خِلالَ 3 أَيْيَامِ عَمَل.
promise-gemaakt-5 = سنصلحه خلال 5 أيام عمل.
    .spoken = سَنُصلِحُهُ خِلالَ 5 أَيْيَامِ عَمَل.
promise-gemaakt-21 = سنصلحه خلال 21 يوم عمل.
    .spoken = سَنُصلِحُهُ خِلالَ 21 يَومَ عَمَل.
promise-opgeruimd-3 = سننظفه خلال 3 أيام عمل.
    .spoken = سَنُنَظِّفُهُ خِلالَ 3 أَيْيَامِ عَمَل.
promise-bekeken-3 = سننظر فيه خلال 3 أيام عمل.
    .spoken = سَنَنظُرُ فِيهِ خِلالَ 3 أَيْيَامِ عَمَل.
promise-bekeken-5 = سننظر فيه خلال 5 أيام عمل.
    .spoken = سَنَنظُرُ فِيهِ خِلالَ 5 أَيْيَامِ عَمَل.
promise-bekeken-15 = سننظر فيه خلال 15 يوم عمل.
    .spoken = سَنَنظُرُ فِيهِ خِلالَ 15 يَومَ عَمَل.
promise-drukke-wegen = نجعل الطرق المزدحمة آمنة أولا.
    .spoken = نَجعَلُ الطُّرُقَ المُزدَحِمَتَ آمِنَةً أَوْوَلًا.
promise-doorgegeven = سنوصله إلى المسؤولين عنه.
    .spoken = سَنُوصِلُهُ إِلَى المَسؤُولِينَ عَنه.

### Places

place-station = محطة القطار
    .spoken = مَحَطَّتُ القِطَار
place-winkels = متاجر وسط المدينة
    .spoken = مَتَاجِرُ وَسَطِ المَدِينَه
place-markt = السوق
    .spoken = السُوق
place-bibliotheek = المكتبة
    .spoken = المَكتَبَه
place-gemeentehuis = مبنى البلدية
    .spoken = مَبنَى البَلَدية
place-park = حديقة المدينة
    .spoken = حَدِيقَتُ المَدِينَه
place-school = المدرسة
    .spoken = المَدرَسَه
place-zwembad = المسبح
place-sporthal = صالة الرياضة
    .spoken = صَالَتُ الرِيَاضَه
place-ziekenhuis = المستشفى

### Advice
### Three sentences: what it is, who it is for, what to do. No amounts: they go stale.

advice-schuldhulp = مساعدة في الديون
    .spoken = مُسَاعَدَةٌ فِي الدُيُون
    .line1 = نساعدك لتستطيع دفع كل شيء من جديد.
    .line1-spoken = نُسَاعِدُكَ لِتَستَطِيعَ دَفعَ كُلِّ شَيءٍ مِن جَدِيد.
    .line2 = هذا لكل من لا يستطيع دفع فواتيره، وهو مجاني.
    .line2-spoken = هَذَا لِكُلِّ مَن لا يَستَطِيعُ دَفعَ فَوَاتِيرِه، وَهُوَ مَجَّانِي.
    .line3 = اتصل بنا بسرعة، حتى بسبب فاتورة واحدة.
    .line3-spoken = اِتَّصِل بِنَا بِسُرعَه، حَتَّى بِسَبَبِ فَاتُورَةٍ وَاحِدَه.

advice-bijstand = إعانة المعيشة (bijstand)
    .spoken = إِعَانَتُ المَعِيشَه، بالهُولَندية بَايسْتَانْد
    .line1 = هي مال من البلدية لتعيش منه.
    .line1-spoken = هِيَ مَالٌ مِنَ البَلَدِيْيَتِ لِتَعِيشَ مِنه.
    .line2 = هي لمن دخله قليل وماله الموفر قليل.
    .line2-spoken = هِيَ لِمَن دَخلُهُ قَلِيلٌ وَمَالُهُ المُوَفَّرُ قَلِيل.
    .line3 = اطلبها من البلدية بسرعة: تأخذها من يوم الطلب فقط.
    .line3-spoken = اُطلُبهَا مِنَ البَلَدِيْيَتِ بِسُرعَه: تَأخُذُهَا مِن يَومِ الطَّلَبِ فَقَط.

advice-aio = مال إضافي مع AOW
    .spoken = مَالٌ إِضَافِيٌّ مَعَ آه، أُو، فِي
    .line1 = اسمه AIO: مال إضافي إذا كان مال AOW قليلا.
    .line1-spoken = اِسمُهُ آه، إِي، أُو: مَالٌ إِضَافِيٌّ إِذَا كَانَ مَالُ آه، أُو، فِي قَلِيلًا.
    .line2 = هو غالبا لمن عاش أيضا في بلد آخر.
    .line2-spoken = هُوَ غَالِبًا لِمَن عَاشَ أَيضًا فِي بَلَدٍ آخَر.
    .line3 = اطلبه من SVB، التي تدفع لك AOW أيضا.
    .line3-spoken = اُطلُبهُ مِن إِس، فِي، بِي، الَّتِي تَدفَعُ لَكَ آه، أُو، فِي أَيضًا.

advice-huurtoeslag = إعانة الإيجار (huurtoeslag)
    .spoken = إِعَانَتُ الإِيجَار، بالهُولَندية هُورتُوسلاخ
    .line1 = تأخذ كل شهر مالا لإيجار بيتك.
    .line1-spoken = تَأخُذُ كُلَّ شَهرٍ مَالًا لِإِيجَارِ بَيتِكْ.
    .line2 = هي لمن يسكن بالإيجار ودخله قليل.
    .line2-spoken = هِيَ لِمَن يَسكُنُ بالإِيجَارِ وَدَخلُهُ قَلِيل.
    .line3 = اطلبها من مكتب الإعانات (Dienst Toeslagen).
    .line3-spoken = اُطلُبهَا مِن مَكتَبِ الإِعَانَات، بالهُولَندية دِينسْت تُوسلاخِن.

advice-zorgtoeslag = إعانة التأمين الصحي (zorgtoeslag)
    .spoken = إِعَانَتُ التَأمِينِ الصِحِّي، بالهُولَندية زُورخْتُوسلاخ
    .line1 = تأخذ كل شهر مالا لتأمينك الصحي.
    .line1-spoken = تَأخُذُ كُلَّ شَهرٍ مَالًا لِتَأمِينِكَ الصِحِّي.
    .line2 = هي لمن عمره 18 سنة أو أكثر ودخله قليل.
    .line2-spoken = هِيَ لِمَن عُمرُهُ 18 سَنَةً أَو أَكثَرُ وَدَخلُهُ قَلِيل.
    .line3 = اطلبها من مكتب الإعانات (Dienst Toeslagen).
    .line3-spoken = اُطلُبهَا مِن مَكتَبِ الإِعَانَات، بالهُولَندية دِينسْت تُوسلاخِن.

advice-kindgebonden-budget = إعانة الأطفال (kindgebonden budget)
    .spoken = إِعَانَتُ الأَطفَال، بالهُولَندية كِينتْخُبُوندِن بُودجِت
    .line1 = تأخذ كل شهر مالا لأطفالك.
    .line1-spoken = تَأخُذُ كُلَّ شَهرٍ مَالًا لِأَطفَالِكْ.
    .line2 = هي للآباء والأمهات، زيادة على مال الأطفال (kinderbijslag).
    .line2-spoken = هِيَ لِلآبَاءِ وَالأُمَّهَات، زِيَادَةً عَلَى مَالِ الأَطفَال، بالهُولَندية كِيندَربَايسلاخ.
    .line3 = لا تأخذها بعد؟ اطلبها من مكتب الإعانات (Dienst Toeslagen).
    .line3-spoken = لا تَأخُذُهَا بَعد؟ اُطلُبهَا مِن مَكتَبِ الإِعَانَات، بالهُولَندية دِينسْت تُوسلاخِن.

advice-bijzondere-bijstand = إعانة خاصة (bijzondere bijstand)
    .spoken = إِعَانَةٌ خَاصَّه، بالهُولَندية بِيزُوندِرِه بَايسْتَانْد
    .line1 = تأخذ مالا لشيء تحتاجه حقا.
    .line1-spoken = تَأخُذُ مَالًا لِشَيءٍ تَحتَاجُهُ حَقًّا.
    .line2 = هي لشيء لا تستطيع دفع ثمنه، مثل سرير.
    .line2-spoken = هِيَ لِشَيءٍ لا تَستَطِيعُ دَفعَ ثَمَنِه، مِثلَ سَرِير.
    .line3 = اطلبها من البلدية قبل أن تشتري شيئا.
    .line3-spoken = اُطلُبهَا مِنَ البَلَدِيْيَتِ قَبلَ أَن تَشتَرِيَ شَيئًا.

advice-inkomenstoeslag = إضافة على الدخل (inkomenstoeslag)
    .spoken = إِضَافَةٌ عَلَى الدَخل، بالهُولَندية إِنكُومِنسْتُوسلاخ
    .line1 = تأخذ مرة في السنة مالا إضافيا من البلدية.
    .line1-spoken = تَأخُذُ مَرَّةً فِي السَنَتِ مَالًا إِضَافِيًّا مِنَ البَلَدية.
    .line2 = هي لمن ماله قليل منذ سنوات.
    .line2-spoken = هِيَ لِمَن مَالُهُ قَلِيلٌ مُنذُ سَنَوَات.
    .line3 = اطلبها من البلدية من جديد كل سنة.
    .line3-spoken = اُطلُبهَا مِنَ البَلَدِيْيَتِ مِن جَدِيدٍ كُلَّ سَنَه.

advice-kwijtschelding = إعفاء من الضريبة (kwijtschelding)
    .spoken = إِعفَاءٌ مِنَ الضَرِيبَه، بالهُولَندية كْوَايتْسخِلدِنغ
    .line1 = تدفع للبلدية ضريبة أقل، أو لا تدفع شيئا.
    .line1-spoken = تَدفَعُ لِلبَلَدِيْيَتِ ضَرِيبَةً أَقَلّ، أَو لا تَدفَعُ شَيئًا.
    .line2 = هو لمن دخله قليل وماله الموفر قليل.
    .line2-spoken = هُوَ لِمَن دَخلُهُ قَلِيلٌ وَمَالُهُ المُوَفَّرُ قَلِيل.
    .line3 = اطلبه عندما تصلك فاتورة الضريبة.
    .line3-spoken = اُطلُبهُ عِندَمَا تَصِلُكَ فَاتُورَتُ الضَرِيبَه.

advice-hulp-thuis = مساعدة في البيت (Wmo)
    .spoken = مُسَاعَدَةٌ فِي البَيت، حَسَبَ قَانُونِ فِي، إِم، أُو
    .line1 = تأخذ مساعدة في البيت إذا صار شيء صعبا عليك.
    .line1-spoken = تَأخُذُ مُسَاعَدَةً فِي البَيتِ إِذَا صَارَ شَيءٌ صَعبًا عَلَيكْ.
    .line2 = مثل التنظيف أو النقل أو كرسي متحرك.
    .line2-spoken = مِثلُ التَنظِيفِ أَوِ النَقلِ أَو كُرسِيٍّ مُتَحَرِّكْ.
    .line3 = اتصل بنا، وسيزورك شخص ليتحدث معك.
    .line3-spoken = اِتَّصِل بِنَا، وَسَيَزُورُكَ شَخصٌ لِيَتَحَدَّثَ مَعَكْ.

advice-gesprek = حديث معنا
    .spoken = حَدِيثٌ مَعَنَا
    .line1 = نرى معك ما هو ممكن.
    .line1-spoken = نَرَى مَعَكَ مَا هُوَ مُمكِن.
    .line2 = يمكنك أن تحضر معك من يساعدك.
    .line2-spoken = يُمكِنُكَ أَن تُحضِرَ مَعَكَ مَن يُسَاعِدُكْ.
    .line3 = أحضر رسائلك وفواتيرك، حتى إن كانت مغلقة.
    .line3-spoken = أَحضِر رَسَائِلَكَ وَفَوَاتِيرَكْ، حَتَّى إِن كَانَت مُغلَقَه.
