"""Names, places and numbers to fill a story's sentences with."""

GIVEN = (
    "أحمد خالد سامر يوسف رامي فادي نبيل وليد طارق ماهر عصام باسل كريم جمال هشام زياد أنور عماد سليم فؤاد مروان "
    "ليلى هدى سعاد نادية رانيا منى سلمى هالة ريم دينا لمياء عبير"
).split()
FAMILY = (
    "الخطيب النجار الحداد الشامي العلي الكيلاني المصري البيطار الدباغ الصباغ العطار القاضي الزهراني العتيبي الشمري "
    "الدوسري بوزيد بلقاسم الطرابلسي المهيري الفاسي التازي الإدريسي الحمادي المنصوري الكندري العنزي المطيري الحلبي "
    "الحمصي الرفاعي الجندي الطحان اللبان السمان الفحام الصايغ الكردي الهاشمي الموسوي"
).split()
CITIES = (
    "صفاقس;بنزرت;سوسة;القيروان;وهران;قسنطينة;عنابة;سطيف;طنجة;فاس;مكناس;وجدة;أغادير;أسوان;الأقصر;دمياط;المنصورة;"
    "الفيوم;بنغازي;مصراتة;سبها;درنة;نواكشوط;كسلا;بورتسودان;الأبيض;عدن;تعز;المكلا;الحديدة;صلالة;نزوى;صحار;العين;الفجيرة;"
    "أبها;تبوك;حائل;الطائف;ينبع;إربد;الكرك;معان;العقبة;السلط;صيدا;صور;زحلة;طرابلس;اللاذقية;طرطوس;حماة;السويداء;"
    "نابلس;الخليل;رام الله;غزة;البصرة;الموصل;كركوك;الناصرية;السماوة"
).split(";")
BODIES = (
    "الشعلة;النخيل;الأطلس;الواحة;المرجان;الساحل;الرافدين;الفرات;النورس;الصفوة;الميناء;الريادة;البيان;السنابل;الأفق;"
    "الينابيع;المشرق;القافلة;الشراع;الوفاق;النهضة;الكوكب;الزيتونة;المنارة;البركة;الصقر;الهلال الأزرق;الجسر;الأرز;الصنوبر"
).split(";")
DAYS = "السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة".split()
_ONES = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "أحد عشر", "اثنا عشر"]
_TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
_HUNDREDS = ["", "مئة", "مئتان", *(f"{one}مئة" for one in "ثلاث أربع خمس ست سبع ثماني تسع".split())]


def filling(draw):
    """Return one value a slot; {w1} is the number {n1} in words or, when long to say, in figures."""
    who, who2 = draw.sample(FAMILY, 2)
    city, city2 = draw.sample(CITIES, 2)
    numbers = [draw.randrange(3, 13), *(draw.randrange(13, 100) for _ in range(2)), draw.randrange(1000, 30000)]
    head = draw.sample(numbers[:3], 3)
    slots = {"who": f"{draw.choice(GIVEN)} {who}", "last": who, "who2": f"{draw.choice(GIVEN)} {who2}"}
    slots |= {"city": city, "city2": city2, "org": named(draw), "day": draw.choice(DAYS)}
    for at, number in enumerate([*head, numbers[3]], 1):
        slots |= {f"n{at}": str(number), f"w{at}": spelt(number)}
    return slots


def named(draw):
    return f"{draw.choice(['مؤسسة', 'مجموعة', 'شركة', 'هيئة'])} {draw.choice(BODIES)}"


def spelt(number):
    """Return the number in words up to 999, in figures beyond."""
    if number > 999:
        return f"{number:,}"
    hundreds, rest = divmod(number, 100)
    parts = [_HUNDREDS[hundreds]] if hundreds else []
    if rest:
        parts.append(_below_hundred(rest))
    return " و".join(parts)


def _below_hundred(number):
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    if tens == 1:
        return f"{_ONES[ones]} عشر"
    return " و".join(filter(None, (_ONES[ones], _TENS[tens])))
