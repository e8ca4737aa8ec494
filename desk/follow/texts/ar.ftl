### ما يقرؤه المواطن في الصفحة التي وراء رمز QR. عربية سهلة.

page-title = أين وصلت رسالتك؟
language-name = العربية
languages = اختر لغتك
code = رقمك
received-on = استلمناها يوم { $day }
at-time = في الساعة { $time }
changed-on = آخر تغيير يوم { $day }

## How it is: heading, and the sentence where the municipality wrote none.

status-received = استلمنا رسالتك
status-received-sentence = وصلت رسالتك إلينا. لا تحتاج إلى فعل أي شيء.
status-in_progress = نعمل عليها الآن
status-in_progress-sentence = نحن نعمل على رسالتك. لا تحتاج إلى فعل أي شيء.
status-planned = حددنا الموعد
status-planned-sentence = حددنا موعد العمل. لا تحتاج إلى فعل أي شيء.
status-done = انتهى العمل
status-done-sentence = انتهينا من رسالتك.
status-cannot = للأسف غير ممكن
status-cannot-sentence = للأسف لا نستطيع أن نفعل هذا.
status-forwarded = جهة أخرى ستهتم بهذا
status-forwarded-sentence = أرسلنا رسالتك إلى جهة أخرى. لا تحتاج إلى فعل أي شيء.
again-sentence = ننظر فيها من جديد. لا تحتاج إلى فعل أي شيء.
planned-on = الموعد يوم { $day }
forwarded-to = هي الآن عند:

## The four steps

steps = في أربع خطوات
step-sent = أرسلتها
step-received = استلمناها
step-in_progress = نعمل عليها
step-planned = حددنا الموعد
step-done = انتهى
step-cannot = غير ممكن
step-forwarded = أرسلت إلى جهة أخرى
step-now = نحن هنا الآن
step-past = تم
step-later = ليس بعد

## Below the steps

from-municipality = رسالة من البلدية
in-dutch = كتبت البلدية هذا باللغة الهولندية:
promise = وعدنا لك
promise-until = في موعد أقصاه { $day }.
promise-late = تأخرنا أكثر مما وعدنا. نعتذر منك. يمكنك دائما أن تتصل بنا.
question = هل لديك سؤال؟
call = اتصل بنا: { $phone }
call-note = جهز رقمك قبل الاتصال.

## Is it really solved?

solved-question = هل تم حل المشكلة فعلا؟
solved-yes = نعم، تم حلها
solved-no = لا، لم يتم حلها
thanks = شكرا لك
thanks-solved = يسعدنا أن المشكلة انتهت.
thanks-not-solved = ننظر فيها من جديد.
too-late = لم يعد هذا ممكنا هنا. اتصل بنا وسننظر فيها من جديد.

## More with the same number

which-day = في أي يوم كان ذلك؟
which-day-why = عدد الرسائل بهذا الرقم: { $count }. اختر اليوم الذي كنت فيه عند الجهاز.
same-day-why = عدد الرسائل بهذا الرقم في هذا اليوم: { $count }. انظر إلى الساعة.
other-day = اختر يوما آخر

## Typing a number, and when it does not work

ask-title = أين وصلت رسالتك؟
ask-label = اكتب الرقم الذي على إيصالك
ask-hint = الرقم فيه 12 خانة.
ask-button = اعرض
wrong-title = هذا الرقم غير صحيح
wrong-why = الرقم على إيصالك فيه 12 خانة. انظر جيدا واكتبه مرة أخرى.
unknown-title = لم نجد هذا الرقم بعد
unknown-why = هل كنت عند الجهاز اليوم؟ قد يحتاج الأمر إلى بعض الوقت. انظر مرة أخرى لاحقا.
unknown-check = تأكد أيضا من أن الرقم مثل الرقم على إيصالك.
wait-title = انتظر لحظة
wait-why = بحثت مرات كثيرة. حاول مرة أخرى بعد دقيقة.
