using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class ParsingAPath
{
    [Theory]
    [InlineData(".a", 0, "A path begins with a key or a bracket, without a dot.")]
    [InlineData("a.", 2, "A key is missing here.")]
    [InlineData("a...b", 3, "A key is missing here.")]
    [InlineData("a..", 3, "A key is missing here.")]
    [InlineData("a.[0]", 2, "A key has to follow the dot; a bracket follows without one.")]
    [InlineData("a[0", 1, "This bracket is not closed.")]
    [InlineData("a[*", 1, "This bracket is not closed.")]
    [InlineData("a[", 1, "This bracket is not closed.")]
    [InlineData("a[name", 1, "This bracket is not closed.")]
    [InlineData("a[name=x", 1, "This bracket is not closed.")]
    [InlineData("a[]", 2, "A key is missing here.")]
    [InlineData("a[!]", 3, "A key is missing here.")]
    [InlineData("a[b]", 3, "Brackets hold a number, *, a key in quotes, or a predicate such as name=web.")]
    [InlineData("a['b", 2, "This quote is not closed.")]
    [InlineData("a['b'c]", 5, "Brackets hold a number, *, a key in quotes, or a predicate such as name=web.")]
    [InlineData("a[name='x'y]", 10, "A closing bracket has to stand here.")]
    [InlineData("a[0]b", 4, "A dot or a bracket has to follow here.")]
    [InlineData("'a'b", 3, "A dot or a bracket has to follow here.")]
    [InlineData("a]", 1, "A dot or a bracket has to follow here.")]
    [InlineData("a[99999999999]", 2, "This is no number that an item can have.")]
    public void Says_where_and_why_a_text_is_none(string text, int position, string message)
    {
        YamlPath.TryParse(text, out var path, out var error).ShouldBeFalse();
        path.ShouldBeNull();
        error.ShouldBe(new YamlPathError(position, message));
        Should.Throw<FormatException>(() => YamlPath.Parse(text)).Message.ShouldBe($"'{text}' is not a path, at character {position + 1}: {message}");
    }

    [Fact]
    public void Keeps_the_text() => YamlPath.Parse("a[*]..b").ToString().ShouldBe("a[*]..b");

    [Fact]
    public void Takes_more_steps_than_fit_in_a_word()
    {
        var depth = 150;
        var text = string.Concat(Enumerable.Repeat("{a: ", depth)) + "x" + new string('}', depth);
        YamlPath.Parse(string.Join('.', Enumerable.Repeat("a", depth))).Find(Document.Root(text)).First()!.Value.Value.ShouldBe("x");
        YamlPath.Parse(string.Join("..", Enumerable.Repeat("a", 100))).Find(Document.Root(text)).ToList().Count.ShouldBe(51);
    }
}
