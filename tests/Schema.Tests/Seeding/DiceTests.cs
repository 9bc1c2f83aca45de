using Schema.Seeding;

namespace Schema.Tests.Seeding;

public class DiceTests
{
    [Fact]
    public void Dice_fall_the_same_on_every_machine()
    {
        var dice = new Dice(2026, 17);

        Assert.Equal([10654586005567147144ul, 14552184459385415365ul, 17123240975297317449ul], [dice.Next(), dice.Next(), dice.Next()]);
        Assert.Equal([36, 0, 64, 82, 60], Enumerable.Range(0, 5).Select(number => new Dice(1, number).Below(100)));
    }

    [Fact]
    public void Every_face_comes_up()
    {
        var dice = new Dice(1, 1);

        Assert.Equal([0, 1, 2, 3, 4, 5], Enumerable.Range(0, 200).Select(_ => dice.Below(6)).Distinct().Order());
    }
}
