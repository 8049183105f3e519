using Xunit;

namespace GitOpsTasks.Parts;

/// <summary>What some parts need besides their program. As with a missing program, CI=true makes its absence a failure.</summary>
public static class RequiredPrivilege
{
    /// <summary>Skips the test where it does not run as root.</summary>
    /// <param name="what">What root is needed for.</param>
    public static void Root(string what)
    {
        if (Environment.IsPrivilegedProcess)
            return;
        var message = $"Only root can start {what}.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(message);
        Assert.Skip(message);
    }
}
