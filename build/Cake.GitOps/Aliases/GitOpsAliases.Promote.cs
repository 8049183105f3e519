// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.GitOps;

public static partial class GitOpsAliases
{
    /// <summary>Takes image versions from one environment to the next, by a pull request or a push.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">The task did not succeed; the exit code is that of the <c>gitops</c> command.</exception>
    /// <example>
    /// <para>open or update the pull requests of all applications:</para>
    /// <code>
    /// GitOpsPromote(new GitOpsPromoteSettings
    /// {
    ///     From = "dev",
    ///     To = "staging",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>show what one application would get:</para>
    /// <code>
    /// GitOpsPromote(new GitOpsPromoteSettings
    /// {
    ///     From = "staging",
    ///     To = "prod",
    ///     App = ["web"],
    ///     DryRun = true,
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>bring the open promotions up to date after a merge:</para>
    /// <code>
    /// GitOpsPromote(new GitOpsPromoteSettings
    /// {
    ///     Refresh = true,
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>ask to go back to what prod had before:</para>
    /// <code>
    /// GitOpsPromote(new GitOpsPromoteSettings
    /// {
    ///     To = "prod",
    ///     App = ["web"],
    ///     Rollback = true,
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Promote")]
    public static GitOpsPromoteResult GitOpsPromote(this ICakeContext context, GitOpsPromoteSettings settings) =>
        Run<GitOpsPromoteResult>(context, "promote", settings);
}
