import { describe, expect, it } from "vitest";
import { model, parametersOf } from "../../src/models/index.ts";

/**
 * Parameter counts that others publish. `hub`: the sum over all tensors in the safetensors headers of the repository, as the
 * Hugging Face Hub shows it; it holds prediction modules and vision towers where the checkpoint does.
 */
type Published = readonly [id: string, count: number, source: string];

/** The language model alone. */
const languageModels: readonly Published[] = [
  ["meta-llama/Llama-2-7b-hf", 6_738_415_616, "hub"], ["meta-llama/Llama-2-13b-hf", 13_015_864_320, "hub"], ["meta-llama/Llama-2-70b-hf", 68_976_648_192, "hub"],
  ["huggyllama/llama-65b", 65_285_660_672, "arXiv:2302.13971, 65.2B; hub"],
  ["meta-llama/Meta-Llama-3-8B", 8_030_261_248, "hub"], ["meta-llama/Llama-3.1-70B", 70_553_706_496, "hub"], ["meta-llama/Llama-3.1-405B", 405_853_388_800, "hub"],
  ["meta-llama/Llama-3.2-1B", 1_235_814_400, "hub"], ["meta-llama/Llama-3.2-3B", 3_212_749_824, "hub"],
  ["mistralai/Mistral-7B-v0.1", 7_241_732_096, "hub"], ["mistralai/Mistral-7B-v0.3", 7_248_023_552, "hub"], ["mistralai/Mistral-Nemo-Base-2407", 12_247_782_400, "hub"],
  ["mistralai/Mistral-Small-24B-Base-2501", 23_572_403_200, "hub"], ["mistralai/Mixtral-8x7B-v0.1", 46_702_792_704, "hub"], ["mistralai/Mixtral-8x22B-v0.1", 140_620_634_112, "hub"],
  ["mistralai/Mistral-Large-Instruct-2407", 122_610_069_504, "hub"], ["mistralai/Mamba-Codestral-7B-v0.1", 7_285_403_648, "model card: 7,285,403,648"],
  ["Qwen/Qwen1.5-MoE-A2.7B", 14_315_784_192, "hub"], ["Qwen/Qwen2.5-0.5B", 494_032_768, "hub"], ["Qwen/Qwen2.5-1.5B", 1_543_714_304, "hub"], ["Qwen/Qwen2.5-3B", 3_085_938_688, "hub"],
  ["Qwen/Qwen2.5-7B", 7_615_616_512, "hub"], ["Qwen/Qwen2.5-32B", 32_763_876_352, "hub"], ["Qwen/Qwen2.5-72B", 72_706_203_648, "hub"],
  ["Qwen/Qwen3-4B", 4_022_468_096, "hub"], ["Qwen/Qwen3-8B", 8_190_735_360, "hub"], ["Qwen/Qwen3-14B", 14_768_307_200, "hub"], ["Qwen/Qwen3-32B", 32_762_123_264, "hub"],
  ["Qwen/Qwen3-30B-A3B", 30_532_122_624, "hub"], ["Qwen/Qwen3-235B-A22B", 235_093_634_560, "hub"], ["Qwen/Qwen3-Coder-480B-A35B-Instruct", 480_154_875_392, "hub"],
  ["Qwen/Qwen3-Coder-Next", 79_674_391_296, "hub"],
  ["google/gemma-2b", 2_506_172_416, "hub"], ["google/gemma-7b", 8_537_680_896, "hub"], ["google/gemma-2-2b", 2_614_341_888, "hub"], ["google/gemma-2-9b", 9_241_705_984, "hub"],
  ["google/gemma-2-27b", 27_227_128_320, "hub"], ["google/gemma-3-1b-it", 999_885_952, "hub"],
  ["google-t5/t5-small", 60_506_624, "hub"], ["google-t5/t5-base", 222_903_552, "hub"], ["google-t5/t5-large", 737_668_096, "hub"],
  ["google-t5/t5-3b", 2_851_598_336, "Transformers: T5ForConditionalGeneration"], ["google-t5/t5-11b", 11_307_321_344, "Transformers: T5ForConditionalGeneration"],
  ["google/flan-t5-small", 76_961_152, "hub"], ["google/flan-t5-base", 247_577_856, "hub"], ["google/flan-t5-large", 783_150_080, "hub"],
  ["google/flan-t5-xl", 2_849_757_184, "hub"], ["google/flan-t5-xxl", 11_135_332_352, "hub"],
  ["google/mt5-small", 300_176_768, "Transformers: MT5ForConditionalGeneration"], ["google/mt5-base", 582_401_280, "Transformers: MT5ForConditionalGeneration"],
  ["google/mt5-large", 1_229_581_312, "Transformers: MT5ForConditionalGeneration"],
  ["microsoft/phi-2", 2_779_683_840, "hub"], ["microsoft/Phi-3-mini-4k-instruct", 3_821_079_552, "hub"], ["microsoft/Phi-3-small-8k-instruct", 7_392_272_384, "hub"], ["microsoft/phi-4", 14_659_507_200, "hub"],
  ["microsoft/Phi-4-mini-instruct", 3_836_021_760, "hub"], ["microsoft/Phi-3.5-MoE-instruct", 41_873_153_344, "hub"],
  ["openai-community/gpt2", 124_439_808, "Transformers: GPT2LMHeadModel"], ["openai-community/gpt2-xl", 1_557_611_200, "Transformers: GPT2LMHeadModel"],
  ["openai/gpt-oss-20b", 20_914_757_184, "hub; model card 20.91B, arXiv:2508.10925 table 1"], ["openai/gpt-oss-120b", 116_829_156_672, "hub; model card 116.83B, arXiv:2508.10925 table 1"],
  ["EleutherAI/gpt-j-6b", 6_050_882_784, "Transformers: GPTJForCausalLM"], ["EleutherAI/gpt-neox-20b", 20_554_567_680, "arXiv:2204.06745, section 3"], ["EleutherAI/pythia-12b", 11_846_072_320, "Pythia README: total params"],
  ["EleutherAI/pythia-6.9b", 6_857_302_016, "Pythia README: total params"], ["facebook/opt-125m", 125_239_296, "Transformers: OPTForCausalLM"], ["facebook/opt-350m", 331_196_416, "Transformers: OPTForCausalLM"], ["facebook/opt-6.7b", 6_658_473_984, "Transformers: OPTForCausalLM"],
  ["bigscience/bloom-560m", 559_214_592, "model card"], ["bigscience/bloom-3b", 3_002_557_440, "model card"], ["bigscience/bloom-7b1", 7_069_016_064, "model card"], ["bigscience/bloom", 176_247_271_424, "model card"],
  ["tiiuae/falcon-7b", 6_921_720_704, "Transformers: FalconForCausalLM"], ["mosaicml/mpt-7b", 6_649_286_656, "hub"], ["databricks/dbrx-base", 131_596_523_520, "hub"],
  ["01-ai/Yi-34B", 34_388_917_248, "hub"], ["01-ai/Yi-6B", 6_061_035_520, "hub"], ["bigcode/starcoder", 15_517_456_384, "hub"], ["bigcode/starcoder2-3b", 3_030_371_328, "hub"], ["bigcode/starcoder2-15b", 15_957_889_024, "hub"],
  ["CohereLabs/c4ai-command-r-v01", 34_980_831_232, "hub"], ["CohereLabs/c4ai-command-r-plus", 103_810_674_688, "hub"], ["allenai/OLMo-2-1124-7B", 7_298_617_344, "hub"], ["ibm-granite/granite-3.3-8b-instruct", 8_170_864_640, "hub"],
  ["TinyLlama/TinyLlama-1.1B-Chat-v1.0", 1_100_048_384, "hub"], ["Deci/DeciLM-7B", 7_043_551_232, "hub"],
  ["deepseek-ai/deepseek-moe-16b-base", 16_375_728_128, "hub"], ["deepseek-ai/DeepSeek-V2", 235_741_434_880, "hub"], ["deepseek-ai/DeepSeek-V2-Lite", 15_706_484_224, "hub"],
  // An FP8 model that was saved in BF16 without its prediction module.
  ["deepseek-ai/DeepSeek-V3", 671_026_419_200, "hub, microsoft/MAI-DS-R1"], ["MiniMaxAI/MiniMax-M2", 228_689_764_864, "hub"],
  // GLM-4.5-Air fine-tuned and saved without its prediction module.
  ["zai-org/GLM-4.5-Air", 106_852_251_264, "hub, PrimeIntellect/INTELLECT-3"],
  ["nvidia/NVIDIA-Nemotron-Nano-9B-v2", 8_888_227_328, "hub"], ["ai21labs/Jamba-v0.1", 51_570_323_328, "hub"], ["moonshotai/Kimi-Linear-48B-A3B-Instruct", 49_122_681_728, "hub"],
  ["google-bert/bert-base-uncased", 109_482_240, "Transformers: BertModel"], ["google-bert/bert-large-uncased", 335_141_888, "Transformers: BertModel"], ["FacebookAI/roberta-base", 124_645_632, "Transformers: RobertaModel"],
  ["FacebookAI/roberta-large", 355_359_744, "Transformers: RobertaModel"], ["FacebookAI/xlm-roberta-base", 278_043_648, "Transformers: XLMRobertaModel"], ["FacebookAI/xlm-roberta-large", 559_890_432, "hub, intfloat/multilingual-e5-large-instruct"],
];

/** Checkpoints that also hold prediction modules or a vision tower: the sum of the three. */
const wholeCheckpoints: readonly Published[] = [
  ["Qwen/Qwen3-Next-80B-A3B-Instruct", 81_324_862_720, "hub"], ["Qwen/Qwen3.5-35B-A3B", 35_951_822_704, "hub, Qwen/Qwen3.6-35B-A3B"], ["Qwen/Qwen3.5-27B", 27_781_427_952, "hub, Qwen/Qwen3.6-27B"],
  ["Qwen/Qwen2.5-VL-7B-Instruct", 8_292_166_656, "hub"], ["Qwen/Qwen3-VL-2B-Instruct", 2_127_532_032, "hub"], ["Qwen/Qwen3-VL-4B-Instruct", 4_437_815_808, "hub"],
  ["google/gemma-3-4b-it", 4_300_079_472, "hub"], ["google/gemma-3-12b-it", 12_187_325_040, "hub"], ["google/gemma-3-27b-it", 27_432_406_640, "hub"],
  ["meta-llama/Llama-4-Scout-17B-16E-Instruct", 108_641_793_536, "hub"], ["meta-llama/Llama-4-Maverick-17B-128E-Instruct", 401_583_781_376, "hub"],
  ["mistralai/Mistral-Small-3.1-24B-Instruct-2503", 24_011_361_280, "hub"],
  ["XiaomiMiMo/MiMo-7B-Base", 7_833_409_536, "hub"], ["zai-org/GLM-4.6", 356_785_898_816, "hub"], ["zai-org/GLM-5", 753_864_139_008, "hub"], ["zai-org/GLM-5.2", 753_329_940_480, "hub"],
  ["stepfun-ai/Step-3.5-Flash", 199_384_301_376, "hub"],
];

/** Checkpoints that hold more than weights that are told apart here; each difference has its reason. */
const withExtras: readonly (readonly [id: string, count: number, extra: number, reason: string])[] = [
  ["deepseek-ai/DeepSeek-R1", 684_489_845_504, 2 * 129_280 * 7168, "the prediction module stores embedding and head once more"],
  ["deepseek-ai/DeepSeek-V3.2", 685_355_329_792, 2 * 129_280 * 7168, "the prediction module stores embedding and head once more"],
  ["zai-org/GLM-4.5", 358_337_791_296, 2 * 151_552 * 5120, "the prediction module stores embedding and head once more"],
  ["zai-org/GLM-4.5-Air", 110_468_824_832, 2 * 151_552 * 4096, "the prediction module stores embedding and head once more"],
  ["deepseek-ai/DeepSeek-V4-Flash", 290_944_616_402, 3 * 129_280 * 6, "three tables of expert numbers by token id"],
  ["deepseek-ai/DeepSeek-V4-Pro", 1_598_839_674_782, 3 * 129_280 * 6, "three tables of expert numbers by token id"],
  ["Qwen/Qwen3-0.6B", 751_632_384, 151_936 * 1024, "the shared head is stored once more"],
  ["Qwen/Qwen3-1.7B", 2_031_739_904, 151_936 * 2048, "the shared head is stored once more"],
  // The Hub counts the BF16 tensors; the score corrections of 23 and of 40 + 1 routers are in FP32.
  ["nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16", 31_577_937_344, -23 * 128, "score corrections apart"],
  ["nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-BF16", 123_611_012_096, -41 * 512, "score corrections apart"],
];

describe("parameters against published counts", () => {
  it.each(languageModels)("%s: %i (%s)", (id, count) => {
    expect(parametersOf(model(id)).total).toBe(count);
  });

  it.each(wholeCheckpoints)("%s with prediction modules and vision tower: %i (%s)", (id, count) => {
    const { total, mtp, vision } = parametersOf(model(id));
    expect(total + mtp + vision).toBe(count);
  });

  it.each(withExtras)("%s: %i, of which %i: %s", (id, count, extra) => {
    const { total, mtp } = parametersOf(model(id));
    expect(total + mtp + extra).toBe(count);
  });

  it("gives PaLM's published sizes", () => {
    // arXiv:2204.02311, table 1: 8.63, 62.50 and 540.35 billion.
    expect(parametersOf(model("palm-8b")).total / 1e9).toBeCloseTo(8.63, 2);
    expect(parametersOf(model("palm-62b")).total / 1e9).toBeCloseTo(62.5, 2);
    expect(parametersOf(model("palm-540b")).total / 1e9).toBeCloseTo(540.35, 1);
  });

  it("gives the published sizes of Switch Transformers", () => {
    // arXiv:2410.17954: 7.41 billion parameters of Switch-128, and 91.58 % of those of Switch-32 in experts.
    expect(parametersOf(model("switch-128")).total / 1e9).toBeCloseTo(7.415, 2);
    const { total, routedExperts } = parametersOf(model("switch-32"));
    expect((100 * routedExperts) / total).toBeCloseTo(91.58, 1);
  });

  it("gives published active parameters: all but the experts that a token does not visit", () => {
    // Model cards: Mixtral 12.9B and 39B, DeepSeek-V3 37B (without embedding), Qwen3 3.3B and 22B, DBRX 36B.
    expect(parametersOf(model("mixtral-8x7b")).active).toBe(12_879_925_248);
    expect(parametersOf(model("mixtral-8x22b")).active).toBe(39_152_031_744);
    expect(parametersOf(model("qwen3-30b-a3b")).active / 1e9).toBeCloseTo(3.35, 2);
    expect(parametersOf(model("qwen3-235b-a22b")).active / 1e9).toBeCloseTo(22.2, 1);
    expect(parametersOf(model("dbrx")).active / 1e9).toBeCloseTo(36.5, 1);
    const v3 = parametersOf(model("deepseek-v3"));
    expect((v3.active - v3.embedding) / 1e9).toBeCloseTo(36.6, 1);
    // arXiv:2508.10925, table 1 counts active parameters with the head and without the embedding: 3.61B and 5.13B.
    for (const [id, billions] of [["gpt-oss-20b", 3.61], ["gpt-oss-120b", 5.13]] as const) {
      const { active, embedding } = parametersOf(model(id));
      expect((active - embedding) / 1e9).toBeCloseTo(billions, 2);
    }
  });
});
