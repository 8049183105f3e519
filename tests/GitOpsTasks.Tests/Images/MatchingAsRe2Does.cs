using GitOpsTasks.Images.Policies;

namespace GitOpsTasks.Tests.Images;

public sealed class MatchingAsRe2Does
{
    [Theory]
    [InlineData("^v[0-9]+$", "v12", true)]
    [InlineData("^v[0-9]+$", "v12a", false)]
    [InlineData("1.2", "x1-2y", true)]
    [InlineData(@"1\.2", "x1-2y", false)]
    [InlineData(@"\Qa.b\E+", "a.bb", true)]
    [InlineData(@"\Qa.b\E", "axb", false)]
    [InlineData(@"\Qa.b", "a.b", true)]
    [InlineData("^[[:alpha:]]+[[:digit:]]$", "abc1", true)]
    [InlineData("^[[:alpha:]]+$", "abc1", false)]
    [InlineData("^[^[:alpha:].]+$", "12", true)]
    [InlineData("^[]a]+$", "a]", true)]
    [InlineData("^[^]a]+$", "b", true)]
    [InlineData("^[a-z[]+$", "a[", true)]
    [InlineData(@"^[\d_\-]+$", "1_-", true)]
    [InlineData("(?i)^MAIN$", "main", true)]
    [InlineData("(?i:M)ain", "Main", true)]
    [InlineData("(?i:M)ain", "mAIN", false)]
    [InlineData("^a{2,3}$", "aaa", true)]
    [InlineData("^a{2,3}$", "aaaa", false)]
    [InlineData("a{,2}", "a{,2}", true)]
    [InlineData("a{", "a{", true)]
    [InlineData(@"\x41\x{42}", "AB", true)]
    [InlineData(@"\pN", "7", true)]
    [InlineData(@"\p{Lu}", "a", false)]
    [InlineData(@"a\_b", "a_b", true)]
    [InlineData(@"\Aa\z", "a", true)]
    [InlineData("(?P<x>a)(?<y>b)(?:c)", "abc", true)]
    [InlineData("", "anything", true)]
    public void Finds_what_it_finds(string pattern, string text, bool isMatch) => Re2Pattern.Parse(pattern).IsMatch(text).ShouldBe(isMatch);

    [Theory]
    [InlineData("(a)(?P<n>b)(c)", "$1-$2-$3", "a-b-c")]
    [InlineData("(?P<n>a)(b)", "$2$n$1$0", "baaab")]
    [InlineData("(a)(x)?", "[$2]", "[]")]
    [InlineData("(a)", "$1x", "")]
    [InlineData("(a)", "${1}x", "ax")]
    [InlineData("(a)", "$10", "")]
    [InlineData("(a)", "$01", "")]
    [InlineData("(a)", "$$1", "$1")]
    [InlineData("(a)", "$", "$")]
    [InlineData("(a)", "$-", "$-")]
    [InlineData("(a)", "${1", "${1")]
    [InlineData("(a)", "${}", "${}")]
    [InlineData("(a)", "${1-}", "${1-}")]
    [InlineData("(a)", "$missing.", ".")]
    [InlineData("(a)", "$99999999999999999999", "")]
    [InlineData("(?P<a_b>a)", "$a_b", "a")]
    [InlineData("(?P<a_b>a)", "$a_bc", "")]
    [InlineData("((a)b)", "$2$1", "aab")]
    [InlineData("(?P<x1>a)", "$x1-", "a-")]
    [InlineData("(a|ab)(c|bcd)?", "$0", "abcd")]
    public void Fills_templates_as_Go_does(string pattern, string template, string expected) =>
        Re2Pattern.Parse(pattern).Match("abcd").ShouldNotBeNull().Expand(template).ShouldBe(expected);

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData(@"a\")]
    [InlineData("(?=a)")]
    [InlineData("(?!a)")]
    [InlineData("(?<=a)b")]
    [InlineData("(?<!a)b")]
    [InlineData("(?>a)")]
    [InlineData("(?#a)")]
    [InlineData("(?x)a")]
    [InlineData("(?U)a*")]
    [InlineData("(?'n'a)")]
    [InlineData("(?P=n)")]
    [InlineData("(?P<n-m>a)")]
    [InlineData("(?P<n>a)(?P<n>b)")]
    [InlineData("(?P<n")]
    [InlineData("(?")]
    [InlineData(@"(a)\1")]
    [InlineData(@"\k<n>")]
    [InlineData(@"\Z")]
    [InlineData(@"\G")]
    [InlineData(@"\u0041")]
    [InlineData(@"\x4")]
    [InlineData(@"\x{110000}")]
    [InlineData(@"\p{Nonesuch}")]
    [InlineData("[[:nonesuch:]]")]
    [InlineData("[b-a]")]
    [InlineData("a{1001}")]
    [InlineData("(a{100}){100}")]
    [InlineData("((a{10}){10}){11}")]
    [InlineData("a{99999999999}")]
    public void Refuses_what_RE2_does_not_know(string pattern)
    {
        var message = Should.Throw<FormatException>(() => Re2Pattern.Parse(pattern)).Message;
        message.ShouldNotBeEmpty();
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void Refuses_patterns_that_are_too_large()
    {
        Should.Throw<FormatException>(() => Re2Pattern.Parse(new string('a', 1001)));
        Should.Throw<FormatException>(() => Re2Pattern.Parse(string.Concat(Enumerable.Repeat("a{900}", 12))));
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|a)*$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("(.*)*b(.*)*c(.*)*d")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    [InlineData("(a?){40}a{40}b")]
    public async Task Ends_soon_on_patterns_that_others_never_end_on(string pattern)
    {
        // A backtracking engine takes 2^128 steps for these; the bound is there to end the test if it should become one.
        var matching = Task.Run(() => Re2Pattern.Parse(pattern).IsMatch(new string('a', 127) + "!"), TestContext.Current.CancellationToken);
        (await matching.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
