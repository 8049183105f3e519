using GitOpsTasks.Processes;

namespace GitOpsTasks.Reporting;

/// <summary>Tells CI systems apart by the variables they set.</summary>
public static class CiDetection
{
    /// <summary>
    /// The CI system of an environment: <c>GITHUB_ACTIONS=true</c>, <c>TF_BUILD=True</c>, else <c>CI=true</c>; the values
    /// compare without case.
    /// </summary>
    public static CiSystem Detect(EnvironmentSnapshot environment)
    {
        if (IsTrue(environment["GITHUB_ACTIONS"]))
            return CiSystem.GitHub;
        if (IsTrue(environment["TF_BUILD"]))
            return CiSystem.Azure;
        return IsTrue(environment["CI"]) ? CiSystem.Generic : CiSystem.None;
    }

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
