using System.Text.Json.Serialization;

namespace GitOpsTasks.Promotions;

/// <summary>Writes and reads what promotions say about themselves, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PromotionMarker))]
internal sealed partial class PromotionsJson : JsonSerializerContext;
