### كيف يعرف المواطن ما حدث لرسالته. عربية سهلة.

hello = تحية طيبة،
about = في يوم { $day } أخبرتنا بشيء عند الجهاز. الموضوع: { $subject }.
number = رقمك هو { $number }.
said-planned = سنقوم بهذا العمل.
planned-on = سنقوم به يوم { $planned }.
said-done = انتهى العمل.
said-cannot = للأسف لا نستطيع أن نفعل هذا.
said-forwarded = هذا من عمل جهة أخرى. أرسلنا رسالتك إليها.
forwarded-to = هذه الجهة هي: { $organisation }.
not-solved = هل لم تحل المشكلة؟ انظر إلى { $link } أو تعال إلى الجهاز.
more = لتعرف ما يحدث بعد ذلك، انظر إلى { $link } أو تعال إلى الجهاز.
question = هل لديك سؤال؟ اتصل بنا: { $phone }.
bye = مع أطيب التحيات،
in-dutch = بالهولندية: { $sentence }

## A text message

sms-about = { $municipality }: { $subject }، رقم { $number }.
sms-more = المزيد: { $link }

## On the telephone

call-hello = مرحبا، أتصل بك من { $municipality }.
call-solved = هل حلت المشكلة؟
call-question = هل لديك سؤال؟

## What stands around a letter or a mail

mail-subject = جواب من { $municipality }، رقم { $number }
letter-number = رقمك
letter-date = التاريخ
letter-scan = أين وصل الأمر؟ امسح هذا الرمز بالهاتف.
letter-kiosk = ليس لديك هاتف؟ تعال إلى الجهاز ومعك رقمك.
letter-in-dutch = باللغة الهولندية

## An example, for whoever edits the texts

sample-subject = مصباح الشارع لا يعمل
sample-sentence = غيرنا المصباح. إنه يضيء من جديد.
