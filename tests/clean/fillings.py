"""Names, places and numbers to fill a story's sentences with."""


def words(text):
    return text.split()


GIVEN = words(
    "أحمد خالد سامر يوسف رامي فادي نبيل وليد طارق ماهر عصام باسل كريم جمال هشام زياد أنور عماد سليم فؤاد مروان "
    "ليلى هدى سعاد نادية رانيا منى سلمى هالة ريم دينا لمياء عبير"
)
FAMILY = words(
    "الخطيب النجار الحداد الشامي العلي الكيلاني المصري البيطار الدباغ الصباغ العطار القاضي الزهراني العتيبي الشمري "
    "الدوسري بوزيد بلقاسم الطرابلسي المهيري الفاسي التازي الإدريسي الحمادي المنصوري الكندري العنزي المطيري الحلبي "
    "الحمصي الرفاعي الجندي الطحان اللبان السمان الفحام الصايغ الكردي الهاشمي الموسوي"
)
CITIES = words(
    "صفاقس بنزرت سوسة القيروان وهران قسنطينة عنابة سطيف طنجة فاس مكناس وجدة أغادير أسوان الأقصر دمياط المنصورة الفيوم "
    "بنغازي مصراتة سبها درنة نواكشوط كسلا بورتسودان الأبيض عدن تعز المكلا الحديدة صلالة نزوى صحار العين الفجيرة أبها "
    "تبوك حائل الطائف ينبع إربد الكرك معان العقبة السلط صيدا صور زحلة طرابلس اللاذقية طرطوس حماة السويداء نابلس الخليل "
    "غزة البصرة الموصل كركوك الناصرية السماوة"
)
NAMED = words(
    "الشعلة النخيل الأطلس الواحة المرجان الساحل الرافدين الفرات النورس الصفوة الميناء الريادة البيان السنابل الأفق "
    "الينابيع المشرق القافلة الشراع الوفاق النهضة الكوكب الزيتونة المنارة البركة الصقر الجسر الأرز الصنوبر"
)
BODIES = words("مؤسسة مجموعة شركة هيئة")
DAYS = words("السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة")
_ONES = ["", *words("واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة")]
_TENS = ["", "", *words("عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون")]
_TEENS = {11: "أحد عشر", 12: "اثنا عشر"}


def filling(draw):
    """Return one value a slot; {w1} is the number {n1} in words or, from a hundred on, otherwise in figures."""
    who, who2 = draw.sample(FAMILY, 2)
    city, city2 = draw.sample(CITIES, 2)
    slots = {"who": f"{draw.choice(GIVEN)} {who}", "last": who, "who2": f"{draw.choice(GIVEN)} {who2}"}
    slots |= {"city": city, "city2": city2, "org": named(draw), "day": draw.choice(DAYS)}
    small = draw.sample([draw.randrange(3, 13), draw.randrange(13, 100), draw.randrange(13, 100)], 3)
    for at, number in enumerate([*small, draw.randrange(1000, 30000)], 1):
        slots |= {f"n{at}": str(number), f"w{at}": spelt(number)}
    return slots


def named(draw):
    return f"{draw.choice(BODIES)} {draw.choice(NAMED)}"


def spelt(number):
    """Return the number in words below a hundred, with a comma from a thousand on."""
    if number > 99:
        return f"{number:,}"
    tens, ones = divmod(number, 10)
    if number < 11:
        return _ONES[number]
    if tens == 1:
        return _TEENS.get(number, f"{_ONES[ones]} عشر")
    return " و".join(filter(None, (_ONES[ones], _TENS[tens])))
