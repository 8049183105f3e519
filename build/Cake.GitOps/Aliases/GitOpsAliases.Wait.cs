// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.GitOps;

public static partial class GitOpsAliases
{
    /// <summary>Waits until commit statuses and check runs of a commit are successful, such as those that Flux and Argo CD write.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">The task did not succeed; the exit code is that of the <c>gitops</c> command.</exception>
    /// <example>
    /// <para>wait for a check of a commit:</para>
    /// <code>
    /// GitOpsWait(new GitOpsWaitSettings
    /// {
    ///     Commit = "4f1c2a9",
    ///     Context = ["ci/build"],
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>wait until Flux has applied it and it is healthy:</para>
    /// <code>
    /// GitOpsWait(new GitOpsWaitSettings
    /// {
    ///     Commit = "4f1c2a9",
    ///     Context = ["kustomization/web/*"],
    ///     Timeout = "15m",
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Wait")]
    public static GitOpsWaitResult GitOpsWait(this ICakeContext context, GitOpsWaitSettings settings) =>
        Run<GitOpsWaitResult>(context, "wait", settings);
}
